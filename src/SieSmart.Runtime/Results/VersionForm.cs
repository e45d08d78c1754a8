using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime;

/// <summary>The version of what a call changed that returns no value.</summary>
internal readonly struct VersionForm : IResultForm<bool, Versioned>
{
    public Versioned Of(bool value, RequestInformation requestInfo, OperationContext context) => Versioned.From(context);
}

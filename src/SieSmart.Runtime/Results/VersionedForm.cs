using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime;

/// <summary>The value with its version.</summary>
internal readonly struct VersionedForm<T> : IResultForm<T?, Versioned<T>>
    where T : class
{
    public Versioned<T> Of(T? value, RequestInformation requestInfo, OperationContext context) => Versioned.Of(context, requestInfo, value);
}

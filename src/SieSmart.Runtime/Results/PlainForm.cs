using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime;

/// <summary>The value alone.</summary>
internal readonly struct PlainForm<T> : IResultForm<T, T>
{
    public T Of(T value, RequestInformation requestInfo, OperationContext context) => value;
}

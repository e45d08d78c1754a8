using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime;

/// <summary>In which form a caller gets what a call returned. Implemented by structs, so that a call needs no object to say which it is.</summary>
/// <typeparam name="T">What the call returned.</typeparam>
/// <typeparam name="TResult">What the caller gets.</typeparam>
internal interface IResultForm<T, TResult>
{
    /// <summary>The value in that form.</summary>
    /// <exception cref="ResponseUnreadableException">There is no value where there has to be one.</exception>
    TResult Of(T value, RequestInformation requestInfo, OperationContext context);
}

using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Sending;

/// <summary>One of the ways in which an adapter is called. Implemented by structs, so that a call needs no object to say which it is.</summary>
/// <typeparam name="T">What it returns.</typeparam>
internal interface IAdapterCall<T>
{
    /// <summary>Calls an adapter. What goes wrong is in the outcome.</summary>
    ValueTask<Outcome<T>> SendAsync(
        IRequestAdapter adapter,
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken);
}

using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Sending;

/// <summary>Asks for an object.</summary>
internal readonly struct ObjectCall<TModel>(ParsableFactory<TModel> factory) : IAdapterCall<TModel?>
    where TModel : IParsable
{
    public ValueTask<Outcome<TModel?>> SendAsync(
        IRequestAdapter adapter,
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken) =>
        adapter is HttpRequestAdapter own
            ? own.TrySendAsync(requestInfo, factory, errorMapping, cancellationToken)
            : Outcome<TModel?>.OfAsync(adapter.SendAsync(requestInfo, factory, errorMapping, cancellationToken));
}

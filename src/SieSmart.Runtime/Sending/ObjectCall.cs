using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Sending;

/// <summary>Asks for an object.</summary>
internal readonly struct ObjectCall<TModel>(ParsableFactory<TModel> factory) : IAdapterCall<TModel?>
    where TModel : IParsable
{
    public Task<TModel?> SendAsync(
        IRequestAdapter adapter,
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken) =>
        adapter.SendAsync(requestInfo, factory, errorMapping, cancellationToken);
}

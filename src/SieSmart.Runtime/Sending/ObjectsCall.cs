using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Sending;

/// <summary>Asks for a list of objects.</summary>
internal readonly struct ObjectsCall<TModel>(ParsableFactory<TModel> factory) : IAdapterCall<IEnumerable<TModel>?>
    where TModel : IParsable
{
    public ValueTask<Outcome<IEnumerable<TModel>?>> SendAsync(
        IRequestAdapter adapter,
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
    {
        if (adapter is HttpRequestAdapter own)
        {
            return own.TrySendCollectionAsync(requestInfo, factory, errorMapping, cancellationToken);
        }

        var sending = adapter.SendCollectionAsync(requestInfo, factory, errorMapping, cancellationToken);
        return Outcome<IEnumerable<TModel>?>.OfAsync(sending is { Status: TaskStatus.RanToCompletion, Result: null or List<TModel> } ? sending : WholeAsync(sending));
    }

    private static async Task<IEnumerable<TModel>?> WholeAsync(Task<IEnumerable<TModel>?> sending) => WholeList.Of(await sending.ConfigureAwait(false));
}

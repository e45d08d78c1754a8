#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Sending;

/// <summary>Asks for a list of scalars.</summary>
internal readonly struct ScalarsCall<
#if NET8_0_OR_GREATER
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
    TModel> : IAdapterCall<IEnumerable<TModel>?>
{
    public ValueTask<Outcome<IEnumerable<TModel>?>> SendAsync(
        IRequestAdapter adapter,
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
    {
        if (adapter is HttpRequestAdapter own)
        {
            return own.TrySendPrimitiveCollectionAsync<TModel>(requestInfo, errorMapping, cancellationToken);
        }

        var sending = adapter.SendPrimitiveCollectionAsync<TModel>(requestInfo, errorMapping, cancellationToken);
        return Outcome<IEnumerable<TModel>?>.OfAsync(sending is { Status: TaskStatus.RanToCompletion, Result: null or List<TModel> } ? sending : WholeAsync(sending));
    }

    private static async Task<IEnumerable<TModel>?> WholeAsync(Task<IEnumerable<TModel>?> sending) => WholeList.Of(await sending.ConfigureAwait(false));
}

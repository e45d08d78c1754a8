using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Sending;

/// <summary>Asks for nothing.</summary>
internal readonly struct EmptyCall : IAdapterCall<bool>
{
    public ValueTask<Outcome<bool>> SendAsync(
        IRequestAdapter adapter,
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
    {
        if (adapter is HttpRequestAdapter own)
        {
            return own.TrySendNoContentAsync(requestInfo, errorMapping, cancellationToken);
        }

        var sending = adapter.SendNoContentAsync(requestInfo, errorMapping, cancellationToken);
        return sending.Status == TaskStatus.RanToCompletion ? new(Outcome<bool>.Of(true)) : Outcome<bool>.OfAsync(FinishAsync(sending));
    }

    private static async Task<bool> FinishAsync(Task sending)
    {
        await sending.ConfigureAwait(false);
        return true;
    }
}

using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Sending;

/// <summary>Asks for nothing.</summary>
internal readonly struct EmptyCall : IAdapterCall<bool>
{
    // The same for all: what it returned is seen by nobody.
    private static readonly Task<bool> Done = Task.FromResult(true);

    public Task<bool> SendAsync(
        IRequestAdapter adapter,
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
    {
        var sending = adapter.SendNoContentAsync(requestInfo, errorMapping, cancellationToken);
        return sending.Status == TaskStatus.RanToCompletion ? Done : FinishAsync(sending);
    }

    private static async Task<bool> FinishAsync(Task sending)
    {
        await sending.ConfigureAwait(false);
        return true;
    }
}

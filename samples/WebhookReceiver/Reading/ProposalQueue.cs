using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace WebhookReceiver.Reading;

/// <summary>
/// The proposals to read, each once however often it was asked for. Bounded. Thread-safe, for one reader.
/// </summary>
internal sealed class ProposalQueue(IOptions<WebhookOptions> options)
{
    private readonly Lock _gate = new();
    private readonly HashSet<long> _waiting = [];
    private readonly Channel<long> _proposals = Channel.CreateBounded<long>(options.Value.QueueLength);

    /// <returns>False if there is no place left.</returns>
    public bool TryAdd(long proposalId)
    {
        lock (_gate)
        {
            if (_waiting.Contains(proposalId))
            {
                return true;
            }

            if (!_proposals.Writer.TryWrite(proposalId))
            {
                return false;
            }

            return _waiting.Add(proposalId);
        }
    }

    public async IAsyncEnumerable<long> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var proposalId in _proposals.Reader.ReadAllAsync(cancellationToken))
        {
            lock (_gate)
            {
                // From here on a notification tells something newer than what is about to be read.
                _waiting.Remove(proposalId);
            }

            yield return proposalId;
        }
    }
}

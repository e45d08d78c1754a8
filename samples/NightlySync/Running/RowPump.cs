using NightlySync.Input;
using NightlySync.Sending;

namespace NightlySync.Running;

/// <summary>Takes the rows of a file through the sender, several at a time.</summary>
internal sealed class RowPump(RowSender sender, int mostInFlight)
{
    // A fault that is not the row's meets the next rows too, and each of them may leave a row in doubt.
    private const int MostFailuresInARow = 5;

    private int _failuresInARow;
    private string? _surrender;

    /// <summary>Why it gave up, or null if it did not.</summary>
    public string? Surrender => _surrender;

    /// <summary>Runs to the end of the file, until it is stopped, or until it gives up. Rows on their way finish.</summary>
    public async Task RunAsync(ProposalFile file, Tally tally, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Parallel.ForEachAsync(
            RecordsUntil(file, ending),
            new ParallelOptions { MaxDegreeOfParallelism = mostInFlight },
            async (record, _) =>
            {
                var result = record.Problem is not null ? new RowResult(RowOutcome.Malformed, record.Problem)
                    : record.IsDuplicate ? new RowResult(RowOutcome.Duplicate, "A row above it has this reference, so it was not sent.")
                    : await sender.SendAsync(record.Row!, ending.Token);
                tally.Add(record, result);
                if (IsLast(result))
                {
                    Interlocked.CompareExchange(ref _surrender, result.Detail, null);
                    await ending.CancelAsync();
                }
            });
    }

    // Whoever enumerates it is given one record at a time, so the first of two equal references is the upper one.
    private static async IAsyncEnumerable<InputRecord> RecordsUntil(ProposalFile file, CancellationTokenSource ending)
    {
        var references = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in file.ReadAsync())
        {
            if (ending.IsCancellationRequested)
            {
                yield break;
            }

            yield return record with { IsDuplicate = record.Row is { } row && !references.Add(row.Reference) };
        }
    }

    private bool IsLast(RowResult result)
    {
        if (result.Outcome is RowOutcome.Created or RowOutcome.Rejected)
        {
            Interlocked.Exchange(ref _failuresInARow, 0);
        }

        return result.EndsRun || (result.IsFailureOfRun && Interlocked.Increment(ref _failuresInARow) >= MostFailuresInARow);
    }
}

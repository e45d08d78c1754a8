using System.Globalization;

namespace NightlySync.Journal;

/// <summary>What a person found out of a row in doubt.</summary>
internal static class Resolution
{
    /// <returns>What was noted, to show.</returns>
    /// <exception cref="NightlySyncException">The row is not in doubt.</exception>
    public static string Note(IntentJournal journal, string reference, long? proposalId)
    {
        var row = journal.Find(reference);
        if (row.Status != RowStatus.Unknown)
        {
            throw new NightlySyncException($"Row {reference} is not in doubt: it is {StatusOf(row)}. Nothing was noted.");
        }

        if (proposalId is null)
        {
            journal.Append(JournalEvent.ResolvedAsNotCreated, reference);
            return $"Row {reference} is no proposal. The next run sends it.";
        }

        journal.Append(JournalEvent.ResolvedAsCreated, reference, proposalId: proposalId);
        return string.Create(CultureInfo.InvariantCulture, $"Row {reference} is proposal {proposalId}. It is never sent again.");
    }

    private static string StatusOf(RowState row) => row.Status switch
    {
        RowStatus.Created => string.Create(CultureInfo.InvariantCulture, $"proposal {row.ProposalId}"),
        RowStatus.Rejected => "rejected by the API",
        _ => "not known to have been sent",
    };
}

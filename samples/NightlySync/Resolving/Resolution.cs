using SieSmart.Client;

namespace NightlySync.Resolving;

/// <summary>Notes what a person found out of rows in doubt.</summary>
internal static class Resolution
{
    /// <returns>What was noted, to show.</returns>
    /// <exception cref="NightlySyncException">A row is not in doubt; then none is noted.</exception>
    public static IEnumerable<string> Note(ProposalJournalFile journal, IReadOnlyList<Finding> findings)
    {
        // All or nothing: whoever corrects a list runs it again as a whole.
        var certain = findings.Select(finding => journal.Find(finding.Reference)).Where(row => row.State != ProposalRecordState.InDoubt).ToList();
        if (certain.Count > 0)
        {
            throw new NightlySyncException(string.Join('\n', certain.Select(row => $"Row {row.Key} is not in doubt: it is {StateOf(row)}.").Append("Nothing was noted.")));
        }

        foreach (var (reference, proposal) in findings)
        {
            journal.Resolve(reference, proposal);
            yield return proposal is { } id
                ? $"Row {reference} is proposal {id}. It is never sent again."
                : $"Row {reference} is no proposal. The next run sends it.";
        }
    }

    private static string StateOf(ProposalRecord row) => row.State switch
    {
        ProposalRecordState.Created => $"proposal {row.ProposalId}",
        ProposalRecordState.Rejected => "rejected by the API",
        _ => "not known to have been sent",
    };
}

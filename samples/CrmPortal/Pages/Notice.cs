namespace CrmPortal.Pages;

/// <summary>One sentence about what was just done, shown by the page that comes after it.</summary>
public sealed record Notice(string Key, string Text, bool IsDoubt = false)
{
    public static Notice Saved { get; } = new("saved", "Saved.");

    public static Notice Created { get; } = new("created", "Created.");

    public static Notice NothingToSave { get; } = new("nothing-to-save", "There was nothing to save: all is as it was.");

    public static Notice TheirsKept { get; } = new("theirs-kept", "Theirs is kept, and your change is dropped.");

    public static Notice FoundSaved { get; } = new("found-saved", "Your values are there: nothing is left to do.");

    public static Notice Found { get; } = new("found", "Found, and back in your table.");

    public static Notice Removed { get; } = new("removed", "Removed from your table. At SieSmart nothing was changed.");

    public static Notice SentBefore { get; } = new("sent-before", "That form was sent before, and not a second time.");

    public static Notice Added { get; } = new("added", "Added.");

    public static Notice MayBeAdded { get; } = new("may-be-added", "The asset may have been added, or not: the answer of SieSmart got lost. Below is what is there now.", IsDoubt: true);

    public static Notice Submitted { get; } = new("submitted", "Submitted.");

    public static Notice MayBeSubmitted { get; } = new("may-be-submitted", "It may have been submitted, or not: the answer of SieSmart got lost. Below is where the decision stands now.", IsDoubt: true);

    public static Notice Decided { get; } = new("decided", "The underwriter has answered.");

    public static Notice NotDecided { get; } = new("not-decided", "There is no decision yet. An underwriter may take hours.");

    public static Notice Looked { get; } = new("looked", "All that wait for a decision were looked at.");

    private static readonly IReadOnlyList<Notice> All =
    [
        Saved, Created, NothingToSave, TheirsKept, FoundSaved, Found, Removed, SentBefore,
        Added, MayBeAdded, Submitted, MayBeSubmitted, Decided, NotDecided, Looked,
    ];

    /// <summary>The notice with that key. The address names it, never its text: anybody can make up an address.</summary>
    public static Notice? Find(string? key) => All.FirstOrDefault(notice => notice.Key == key);

    public IResult Redirect(string path) => Results.LocalRedirect($"~{path}?notice={Key}");
}

namespace CrmPortal.Pages;

/// <summary>One sentence about what was just done, shown by the page that comes after it.</summary>
public sealed record Notice(string Key, string Text)
{
    public static Notice Saved { get; } = new("saved", "Saved.");

    public static Notice Created { get; } = new("created", "Created.");

    public static Notice NothingToSave { get; } = new("nothing-to-save", "There was nothing to save: all is as it was.");

    public static Notice TheirsKept { get; } = new("theirs-kept", "Theirs is kept, and your change is dropped.");

    public static Notice FoundSaved { get; } = new("found-saved", "Your values are there: nothing is left to do.");

    public static Notice Found { get; } = new("found", "Found, and back in your table.");

    public static Notice Removed { get; } = new("removed", "Removed from your table. At SieSmart nothing was changed.");

    public static Notice SentBefore { get; } = new("sent-before", "That form was sent before, and not a second time.");

    private static readonly IReadOnlyList<Notice> All = [Saved, Created, NothingToSave, TheirsKept, FoundSaved, Found, Removed, SentBefore];

    /// <summary>The notice with that key. The address names it, never its text: anybody can make up an address.</summary>
    public static Notice? Find(string? key) => All.FirstOrDefault(notice => notice.Key == key);

    public IResult Redirect(string path) => Results.LocalRedirect($"~{path}?notice={Key}");
}

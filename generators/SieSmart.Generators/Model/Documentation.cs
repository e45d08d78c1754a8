namespace SieSmart.Generators.Model;

/// <summary>The words of a document about one member, as Markdown; printers turn them into XML.</summary>
/// <param name="Summary">What the member is; null or empty if nothing says it.</param>
/// <param name="Remarks">What else there is to say, or null.</param>
/// <param name="Link">An address with more, or null.</param>
internal sealed record Documentation(string? Summary, string? Remarks = null, string? Link = null)
{
    /// <summary>What values it takes, in sentences; empty if nothing is said of them.</summary>
    public string Facts { get; init; } = "";

    /// <summary>Values that are examples of it; as they are, no Markdown.</summary>
    public EquatableArray<string> Examples { get; init; }

    /// <summary>A text that stays as it is.</summary>
    public static string Code(string text)
    {
        var fence = "`";
        while (text.Contains(fence))
        {
            fence += "`";
        }

        var padding = text.Length == 0 || text[0] is '`' or ' ' || text[text.Length - 1] is '`' or ' ' ? " " : "";
        return fence + padding + text + padding + fence;
    }
}

using EndToEnd.Tests.Fixtures;

namespace EndToEnd.Tests.Compiling;

/// <summary>The code in a page of the repository.</summary>
internal static class MarkdownCode
{
    private const string Fence = "```";

    /// <summary>The blocks of a language as one program: each goes on where the one before it ends.</summary>
    public static string ProgramOf(string page, string language = "csharp")
    {
        var blocks = Blocks(page, language).ToList();
        Assert.NotEmpty(blocks);
        return string.Join('\n', blocks);
    }

    private static IEnumerable<string> Blocks(string page, string language)
    {
        var lines = Locations.Read(page).Split('\n').AsEnumerable();
        while (lines.SkipWhile(line => line != Fence + language).Skip(1).ToList() is { Count: > 0 } rest)
        {
            yield return string.Join('\n', rest.TakeWhile(line => line != Fence));
            lines = rest.SkipWhile(line => line != Fence).Skip(1);
        }
    }
}

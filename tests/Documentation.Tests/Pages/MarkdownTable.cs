using TestSupport;

namespace Documentation.Tests.Pages;

/// <summary>The first table of a section: its rows, a text for each cell.</summary>
internal static class MarkdownTable
{
    private const int HeaderRows = 2;

    public static IReadOnlyList<IReadOnlyList<string>> Read(string path, string heading)
    {
        var lines = RepositoryFiles.Read(path).Split('\n');
        var start = Array.IndexOf(lines, heading);
        Assert.True(start >= 0, $"{path} has no section '{heading}'.");
        return
        [
            .. lines.Skip(start).SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).Skip(HeaderRows)
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];
    }
}

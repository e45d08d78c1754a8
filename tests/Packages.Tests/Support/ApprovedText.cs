using TestSupport;

namespace Packages.Tests.Support;

/// <summary>Texts that somebody has looked at, in the folder <c>Approved</c>.</summary>
internal static class ApprovedText
{
    /// <summary>Fails with a difference if a text is not the approved one.</summary>
    public static void Check(string name, string text)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Approved", name);
        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : string.Empty;
        if (string.Equals(approved, text, StringComparison.Ordinal))
        {
            return;
        }

        var received = Path.Combine(AppContext.BaseDirectory, "received", name);
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, text);
        var before = approved.Split('\n');
        var after = text.Split('\n');
        var difference = before.Except(after, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(after.Except(before, StringComparer.Ordinal).Select(line => "+ " + line));
        Assert.Fail($"""
            {name} is not what was approved:
            {string.Join('\n', difference)}
            If that is meant: cp {received} {RepositoryFiles.PathOf("tests", "Packages.Tests", "Approved", name)}
            """);
    }
}

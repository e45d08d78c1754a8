using System.Globalization;
using System.Text;
using TestSupport;

namespace Packages.Tests.Documentation;

/// <summary>
/// What pages tell their reader to do, as one script: their <c>sh</c> blocks word for word and in order, and files with the code that
/// they put into them. A comment in front of a block says what a person gathers from the text; each that leaves something out has a
/// reason in it.
/// </summary>
internal static class PageScript
{
    private const string KeepsRunning = "<!-- keeps running -->";
    private const string RunsTheTests = "<!-- left out of the test: this very command runs it -->";
    private const string DoneBefore = "<!-- done before: ";
    private const string FileComment = "<!-- file: ";
    private const string EndOfFileComment = "<!-- end of file: ";
    private const string ShowsComment = "<!-- shows: ";
    private const string CommentEnd = " -->";

    // Each program in the background is a group of processes, so that its children end with it.
    private const string Begin = """
        set -eu
        is_served() { (exec 3<>/dev/tcp/127.0.0.1/$1) 2>/dev/null; }
        stop() { for job in $(jobs -p); do kill -- -$job 2>/dev/null || true; done; }

        """;

    /// <param name="port">The loopback port at which a program that keeps running serves.</param>
    /// <param name="pages">The pages in the order in which they are read, by their paths from the repository's root.</param>
    /// <exception cref="ArgumentException">A page leaves out what it says was done before, and wasn't.</exception>
    public static string Of(int port, params IReadOnlyList<string> pages)
    {
        var typed = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var script = new StringBuilder(Begin);
        foreach (var page in pages)
        {
            typed[page] = [];
            // Who turns to the next page ends what runs, and is back in the folder where they began.
            script.Append("(\nset -m\ntrap stop EXIT\n");
            foreach (var step in PageStep.Of(RepositoryFiles.Read(page)))
            {
                script.Append(Type(page, step, typed, port));
            }

            script.Append(CultureInfo.InvariantCulture, $")\nwhile is_served {port}; do sleep 0.1; done\n");
        }

        return script.ToString();
    }

    private static string Type(string page, PageStep step, Dictionary<string, List<string>> typed, int port)
    {
        switch (step.Comment)
        {
            case RunsTheTests:
                return string.Empty;
            case { } done when done.StartsWith(DoneBefore, StringComparison.Ordinal):
                var before = ArgumentOf(done, DoneBefore);
                return typed.TryGetValue(before, out var lines) && step.Lines.All(lines.Contains)
                    ? string.Empty
                    : throw new ArgumentException($"{page} says that {before} has done this before, and it hasn't:\n{step.Text}", nameof(page));
            case { } file when file.StartsWith(FileComment, StringComparison.Ordinal):
                return Write(">", ArgumentOf(file, FileComment), step.Text);
            case { } file when file.StartsWith(EndOfFileComment, StringComparison.Ordinal):
                return Write(">>", ArgumentOf(file, EndOfFileComment), "\n" + step.Text);
            case { } file when file.StartsWith(ShowsComment, StringComparison.Ordinal):
                return Here($"diff {ArgumentOf(file, ShowsComment)} -", step.Text);
        }

        if (step.Language != "sh")
        {
            return string.Empty;
        }

        typed[page].AddRange(step.Lines);
        return step.Comment == KeepsRunning
            ? $$"""
            {
            {{step.Text}}
            } &
            for attempt in {1..1200}; do
              if is_served {{port}}; then break; fi
              if [ $attempt = 1200 ]; then echo 'Nothing serves at port {{port}} after two minutes.'; exit 1; fi
              sleep 0.1
            done

            """
            : step.Text + "\n";
    }

    private static string Write(string redirection, string file, string text) => Here($"cat {redirection} {file}", text);

    private static string Here(string command, string text) => $"{command} <<'END OF FILE'\n{text}\nEND OF FILE\n";

    private static string ArgumentOf(string comment, string start) => comment[start.Length..^CommentEnd.Length];
}

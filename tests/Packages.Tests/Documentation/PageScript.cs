using System.Text;
using TestSupport;

namespace Packages.Tests.Documentation;

/// <summary>
/// What a page tells its reader to do, as one script: its <c>sh</c> blocks word for word, and files with the code that
/// the page puts into them. A comment in front of a block says what a person gathers from the text.
/// </summary>
internal static class PageScript
{
    private const string Fence = "```";
    private const string KeepsRunning = "<!-- keeps running -->";
    private const string Running = "<!-- this very command runs the tests -->";
    private const string Done = "<!-- the packages of the tests are made so -->";
    private const string FileComment = "<!-- file: ";

    // Each program in the background is a group of processes, so that its children end with it.
    private const string Start = "set -eum\nstop() { for job in $(jobs -p); do kill -- -$job 2>/dev/null || true; done; }\ntrap stop EXIT\n";

    /// <param name="page">The page's path from the repository's root.</param>
    /// <param name="port">The loopback port at which a program that keeps running serves.</param>
    public static string Of(string page, int port)
    {
        var lines = RepositoryFiles.Read(page).Split('\n');
        var script = new StringBuilder(Start);
        var comment = string.Empty;
        for (var line = 0; line < lines.Length; line++)
        {
            if (lines[line].StartsWith("<!-- ", StringComparison.Ordinal))
            {
                comment = lines[line];
            }
            else if (lines[line].StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, Fence, line + 1);
                script.Append(Step(lines[line][Fence.Length..], string.Join('\n', lines[(line + 1)..end]), comment, port));
                (line, comment) = (end, string.Empty);
            }
        }

        return script.ToString();
    }

    private static string Step(string language, string block, string comment, int port) => (language, comment) switch
    {
        (_, Running or Done) => string.Empty,
        ("sh", KeepsRunning) => $$"""
            {
            {{block}}
            } &
            for attempt in {1..1200}; do
              if (exec 3<>/dev/tcp/127.0.0.1/{{port}}) 2>/dev/null; then break; fi
              if [ $attempt = 1200 ]; then echo 'Nothing serves at port {{port}} after two minutes.'; exit 1; fi
              sleep 0.1
            done

            """,
        ("sh", _) => block + "\n",
        (_, _) when comment.StartsWith(FileComment, StringComparison.Ordinal) =>
            $"cat > {comment[FileComment.Length..].Split(' ')[0]} <<'END OF FILE'\n{block}\nEND OF FILE\n",
        _ => string.Empty,
    };
}

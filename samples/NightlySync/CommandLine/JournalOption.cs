using System.CommandLine;

namespace NightlySync.CommandLine;

/// <summary>Where the journal is.</summary>
internal sealed class JournalOption : Option<FileInfo>
{
    private const string DefaultName = "nightly-sync.journal";

    public JournalOption()
        : base("--journal")
    {
        HelpName = "file";
        Recursive = true;
        Description = $"What was sent and what came of it; without it, {DefaultName} beside the CSV file, or in the current directory for resolve. One for each API environment; keep it";
    }

    /// <summary>The journal's path.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="file">The CSV file, if there is one.</param>
    public string PathOf(ParseResult parsed, string? file) =>
        parsed.GetValue(this)?.ToString() ?? Path.Combine(Path.GetDirectoryName(file) ?? string.Empty, DefaultName);
}

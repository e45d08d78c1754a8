using System.Globalization;

namespace NightlySync.CommandLine;

/// <summary>What was typed behind the program's name.</summary>
internal sealed record Arguments
{
    public const string Help = """
        Makes a proposal of each row of a CSV file, once.

        Usage: NightlySync [options]
               NightlySync resolve <reference> --created <proposal id> | --not-created  [--journal <file>]

          --file <file>         the CSV file (default: a made-up one, for a sandbox in this process)
          --journal <file>      what was sent and what came of it (default: nightly-sync.journal beside the CSV file,
                                or in the current directory for resolve). One for each API environment; keep it
          --new-journal         begin a journal that is not there yet
          --in-flight <number>  how many rows to send at a time, 1 to 50 (default: 8)
          --help                this text

        Ends with 0 if all rows are proposals, 2 if some are not or are in doubt, 1 if it could not run or gave up.
        """;

    private const string DefaultJournal = "nightly-sync.journal";
    private const int MostInFlight = 50;

    private string? _journal;

    public Command Command { get; private init; } = Command.Run;

    public string? File { get; init; }

    public string Journal
    {
        get => _journal ?? Path.Combine(File is null ? string.Empty : Path.GetDirectoryName(File) ?? string.Empty, DefaultJournal);
        init => _journal = value;
    }

    public bool IsJournalNew { get; init; }

    public int InFlight { get; private init; } = 8;

    /// <summary>The row to settle.</summary>
    public string? Reference { get; private init; }

    /// <summary>The proposal that the row is; null if it is none.</summary>
    public long? ProposalId { get; private init; }

    /// <exception cref="NightlySyncException">An argument is not understood; the message says which.</exception>
    public static Arguments Parse(IReadOnlyList<string> words)
    {
        if (words.Any(word => word is "--help" or "-h" or "-?"))
        {
            return new Arguments { Command = Command.Help };
        }

        return words is ["resolve", ..] ? ParseResolve(words) : ParseRun(words);
    }

    private static Arguments ParseRun(IReadOnlyList<string> words)
    {
        var parsed = new Arguments();
        for (var index = 0; index < words.Count; index++)
        {
            parsed = words[index] switch
            {
                "--new-journal" => parsed with { IsJournalNew = true },
                "--file" => parsed with { File = Value(words, ref index) },
                "--journal" => parsed with { Journal = Value(words, ref index) },
                "--in-flight" => parsed with { InFlight = (int)Number(words, ref index, MostInFlight) },
                _ => throw NotUnderstood(words[index]),
            };
        }

        return parsed.File is null ? parsed with { Command = Command.Demonstrate } : parsed;
    }

    private static Arguments ParseResolve(IReadOnlyList<string> words)
    {
        if (words is not [_, [not '-', ..] reference, ..])
        {
            throw new NightlySyncException("resolve needs the reference of a row. Try --help.");
        }

        var parsed = new Arguments { Command = Command.Resolve, Reference = reference };
        var answers = 0;
        for (var index = 2; index < words.Count; index++)
        {
            switch (words[index])
            {
                case "--created":
                    parsed = parsed with { ProposalId = Number(words, ref index, long.MaxValue) };
                    answers++;
                    break;
                case "--not-created":
                    answers++;
                    break;
                case "--journal":
                    parsed = parsed with { Journal = Value(words, ref index) };
                    break;
                default:
                    throw NotUnderstood(words[index]);
            }
        }

        return answers == 1
            ? parsed
            : throw new NightlySyncException("resolve needs either --created with the proposal's id, or --not-created. Try --help.");
    }

    private static string Value(IReadOnlyList<string> words, ref int index) =>
        ++index < words.Count && words[index].Length > 0
            ? words[index]
            : throw new NightlySyncException($"{words[index - 1]} needs a value. Try --help.");

    private static long Number(IReadOnlyList<string> words, ref int index, long largest)
    {
        var name = words[index];
        var value = Value(words, ref index);
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= largest
            ? number
            : throw new NightlySyncException(string.Create(CultureInfo.InvariantCulture, $"{name} needs a whole number from 1 to {largest}, not '{value}'."));
    }

    private static NightlySyncException NotUnderstood(string word) => new($"There is no option '{word}'. Try --help.");
}

using System.Text;
using Spectre.Console;

namespace CommandLine;

internal static class Terminal
{
    // Nobody sees where a log's lines end, and a message is found by its words.
    private const int WidthOfLog = 1000;

    /// <summary>A console that is drawn on for a person, and plain lines for a log.</summary>
    public static IAnsiConsole Open()
    {
        Console.OutputEncoding = Encoding.UTF8;
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var log = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        log.Profile.Width = WidthOfLog;
        return log;
    }
}

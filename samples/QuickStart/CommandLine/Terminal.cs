using System.Text;
using Spectre.Console;

namespace QuickStart.CommandLine;

internal static class Terminal
{
    // Nobody sees where a log's lines end: wide enough for a row of the table.
    private const int WidthOfLog = 180;

    /// <summary>A console with colours and spinners for a person, and plain lines for a file or a build's log.</summary>
    public static IAnsiConsole Open()
    {
        Console.OutputEncoding = Encoding.UTF8;
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = WidthOfLog;
        return console;
    }
}

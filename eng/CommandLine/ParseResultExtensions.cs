using System.CommandLine;
using System.CommandLine.Invocation;

namespace CommandLine;

/// <summary>What all programs do with a command line that makes no sense.</summary>
internal static class ParseResultExtensions
{
    /// <summary>What each program ends with then. The one of sysexits.h: programs have meanings of their own for the small ones.</summary>
    public const int WrongUsage = 64;

    /// <summary>Says what is wrong, if anything is. Standard output stays empty: scripts read it.</summary>
    /// <returns>Whether something is wrong.</returns>
    public static bool TryRefuse(this ParseResult parsed, TextWriter errors)
    {
        if (parsed.Action is not ParseErrorAction refusal)
        {
            return false;
        }

        // The whole help would push the complaint off the screen.
        refusal.ShowHelp = false;
        parsed.Invoke(new InvocationConfiguration { Output = errors, Error = errors });
        errors.WriteLine("Try --help.");
        return true;
    }
}

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Packages.Tests.Support;

/// <summary>A program as it is deployed.</summary>
/// <param name="Output">What <c>dotnet publish</c> wrote.</param>
/// <param name="Program">Runs it.</param>
internal sealed partial record PublishedProgram(string Output, Command Program)
{
    private const int Starts = 5;

    // Debuggers want these; what is deployed does not.
    private static readonly string[] Symbols = [".pdb", ".dbg", ".dSYM"];

    /// <summary>What the compilers warned of: a code, and the member or else the assembly that it is about.</summary>
    public IReadOnlyList<string> Warnings => [.. Warning().Matches(Output)
        .Select(match => $"{match.Groups["code"].Value} {match.Groups["member"].Value}")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    /// <summary>The size of what is deployed, in bytes.</summary>
    public long Size => new DirectoryInfo(Path.GetDirectoryName(Program.File)!)
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => !Symbols.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
        .Sum(file => file.Length);

    /// <summary>How long it takes from its start to its end if it makes its clients and calls nothing: the fastest of a few.</summary>
    public async Task<TimeSpan> StartTimeAsync()
    {
        var times = new List<TimeSpan>();
        for (var start = 0; start < Starts; start++)
        {
            var begin = Stopwatch.GetTimestamp();
            await (Program with { Arguments = ["start"] }).MustSucceedAsync();
            times.Add(Stopwatch.GetElapsedTime(begin));
        }

        return times.Min();
    }

    [GeneratedRegex(@"warning (?<code>[A-Z]+\d+): (?<member>[^(:\s]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Warning();
}

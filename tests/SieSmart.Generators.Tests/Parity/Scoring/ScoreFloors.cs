using System.Globalization;

namespace SieSmart.Generators.Tests.Parity.Scoring;

/// <summary>
/// The score that each document has reached and must keep: lines of a document's name and a number, in
/// <c>scores.txt</c>. What starts with # is a comment.
/// </summary>
internal sealed class ScoreFloors
{
    private readonly Dictionary<string, double> _floors;

    private ScoreFloors(Dictionary<string, double> floors) => _floors = floors;

    public IReadOnlyCollection<string> Documents => _floors.Keys;

    public double this[string document] => _floors[document];

    public static ScoreFloors Parse(string text) => new(text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => line[0] != '#')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture), StringComparer.Ordinal));

    /// <summary>A line of the file, the score cut, not rounded, to four digits.</summary>
    public static string Line(string document, double score) =>
        string.Create(CultureInfo.InvariantCulture, $"{document,-12} {Math.Floor(score * 10_000) / 10_000:F4}");
}

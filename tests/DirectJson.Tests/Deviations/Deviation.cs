using System.Text.RegularExpressions;

namespace DirectJson.Tests.Deviations;

/// <summary>Where direct JSON does something else than Kiota's on purpose.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Reason">Why it is better so.</param>
/// <param name="Schema">The schema of a property that shows it.</param>
/// <param name="Json">The JSON of that property.</param>
/// <param name="Kiota">What comes of it with Kiota.</param>
/// <param name="Direct">What comes of it directly.</param>
/// <param name="Contains">What the direct outcome has wherever it is accepted; null if it must be the same failure.</param>
/// <param name="Accepted">Calls of documents that show it too, as patterns.</param>
internal sealed record Deviation(string Name, string Reason, string Schema, string Json, string Kiota, string Direct, string? Contains, IReadOnlyList<KeyValuePair<string, string>> Accepted)
{
    private const string Throws = "throws ";
    private const string Unwritten = "can't be written: ";

    /// <summary>Whether a difference is of this kind.</summary>
    /// <param name="document">The document.</param>
    /// <param name="call">The call.</param>
    /// <param name="kiota">What comes of it with Kiota.</param>
    /// <param name="direct">What comes of it directly.</param>
    public bool Accepts(string document, string call, string kiota, string direct) =>
        (string.Equals(Kiota, kiota, StringComparison.Ordinal) && IsLike(direct)) ||
        Accepted.Any(accepted => string.Equals(accepted.Key, document, StringComparison.Ordinal) && Matches(accepted.Value, call));

    private bool IsLike(string direct) => Contains is not null
        ? direct.Contains(Contains, StringComparison.Ordinal) || FailsLater(direct)
        : Direct.StartsWith(Throws, StringComparison.Ordinal) && string.Equals(Direct, direct, StringComparison.Ordinal);

    /// <summary>Whether direct JSON came past what Kiota can't write, to something else that neither of them can.</summary>
    private bool FailsLater(string direct) =>
        Kiota.StartsWith(Unwritten, StringComparison.Ordinal) && direct.StartsWith(Unwritten, StringComparison.Ordinal);

    private static bool Matches(string pattern, string call) =>
        Regex.IsMatch(call, $@"\A{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}\z", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}

using System.Text.RegularExpressions;

namespace Parity.Tests.Differences;

/// <summary>A difference that is wanted.</summary>
/// <param name="Document">The document that shows it.</param>
/// <param name="Kind">Which comparison finds it.</param>
/// <param name="Subject">What differs, as <see cref="Difference.Subject"/> has it; <c>*</c> stands for any text.</param>
/// <param name="Row">How the row of docs/kiota-parity.md begins that tells of it.</param>
/// <param name="Reason">Why it is better so.</param>
internal sealed record IntendedDifference(string Document, ComparisonKind Kind, string Subject, string Row, string Reason)
{
    private readonly Regex _pattern = new(
        $@"\A{Regex.Escape(Subject).Replace(@"\*", ".*", StringComparison.Ordinal)}\z", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public bool Matches(Difference difference) => difference.Kind == Kind && _pattern.IsMatch(difference.Subject);
}

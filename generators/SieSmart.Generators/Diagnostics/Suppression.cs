using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Diagnostics;

/// <summary>A stretch of a document in which a rule is off.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Start">Where the stretch begins.</param>
/// <param name="End">Where what follows begins.</param>
internal readonly record struct Suppression(string RuleId, TextPosition Start, TextPosition End)
{
    /// <summary>Whether a fault is in it.</summary>
    public bool Covers(string ruleId, TextPosition position) =>
        ruleId == RuleId && position.File == Start.File && !IsBefore(position, Start) && IsBefore(position, End);

    private static bool IsBefore(TextPosition left, TextPosition right) =>
        left.Line < right.Line || (left.Line == right.Line && left.Column < right.Column);
}

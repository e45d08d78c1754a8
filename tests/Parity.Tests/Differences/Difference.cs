namespace Parity.Tests.Differences;

/// <summary>A place at which two clients of one document are not the same.</summary>
/// <param name="Kind">Which comparison found it.</param>
/// <param name="Subject">What differs: a fact of the shape with its sign, or a call.</param>
/// <param name="Official">What Kiota's client does there; empty for facts of the shape.</param>
/// <param name="Ours">What ours does.</param>
internal sealed record Difference(ComparisonKind Kind, string Subject, string Official = "", string Ours = "")
{
    public override string ToString() => Official.Length + Ours.Length == 0
        ? Subject
        : $"{Subject}\n    Kiota: {Indented(Official)}\n    ours:  {Indented(Ours)}";

    private static string Indented(string text) => text.Replace("\n", "\n           ", StringComparison.Ordinal);
}

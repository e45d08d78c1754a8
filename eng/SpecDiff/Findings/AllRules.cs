namespace SpecDiff.Findings;

/// <summary>All kinds of change.</summary>
internal static class AllRules
{
    /// <summary>The rules in the order of the documentation.</summary>
    public static IReadOnlyList<Rule> List { get; } = [.. CodeRules.All, .. ApiRules.All, .. SchemaRules.All];
}

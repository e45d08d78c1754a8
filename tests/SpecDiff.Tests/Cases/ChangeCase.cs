namespace SpecDiff.Tests.Cases;

/// <summary>A change of orders.yaml.</summary>
/// <param name="Name">What changes.</param>
/// <param name="Edits">How.</param>
/// <param name="Findings">What is to be found, in the order of the report.</param>
internal sealed record ChangeCase(string Name, IReadOnlyList<Edit> Edits, IReadOnlyList<string> Findings)
{
    /// <summary>The document before all changes.</summary>
    public static string Orders { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "orders.yaml"));

    /// <summary>The document after this one.</summary>
    public string After => Edits.Aggregate(Orders, (text, edit) =>
    {
        Assert.True(text.Contains(edit.From, StringComparison.Ordinal), $"orders.yaml has no '{edit.From}'.");
        return text.Replace(edit.From, edit.To, StringComparison.Ordinal);
    });

    public override string ToString() => Name;
}

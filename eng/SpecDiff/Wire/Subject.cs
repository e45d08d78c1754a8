namespace SpecDiff.Wire;

/// <summary>What is compared.</summary>
/// <param name="Where">The operation or schema that it belongs to.</param>
/// <param name="Name">What it is called there.</param>
internal sealed record Subject(string Where, string Name)
{
    /// <summary>A part of it.</summary>
    public Subject Of(string part) => this with { Name = Name + part };
}

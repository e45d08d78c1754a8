namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>What a schema says of the values that it allows, beside their type; each as the document spells it, or null.</summary>
internal sealed record SchemaLimits(
    string? Minimum,
    bool IsMinimumExclusive,
    string? Maximum,
    bool IsMaximumExclusive,
    string? MultipleOf,
    string? MinLength,
    string? MaxLength,
    string? Pattern,
    string? MinItems,
    string? MaxItems,
    bool HasUniqueItems)
{
    /// <summary>Nothing at all.</summary>
    public static SchemaLimits None { get; } = new(null, false, null, false, null, null, null, null, null, null, false);
}

using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.Syntax;

namespace SpecDiff.Wire;

/// <summary>A schema with all that an <c>allOf</c> brings to it.</summary>
internal sealed record WireSchema(TextPosition Position)
{
    private readonly WireSchema? _core;

    /// <summary>The schema that says what this one only annotates; mostly this one.</summary>
    public WireSchema Core
    {
        get => _core ?? this;
        init => _core = value;
    }

    /// <summary>Its name among the components; null if it stands elsewhere.</summary>
    public string? Name { get; init; }

    /// <summary>Its types, sorted, without null; what it has decides where it does not say.</summary>
    public string Types { get; init; } = "any";

    public string? Format { get; init; }

    /// <summary>Whether null is allowed.</summary>
    public bool IsNullable { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsWriteOnly { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>The default value as text, or null.</summary>
    public string? Default { get; init; }

    /// <summary>The only values, as text; empty if there may be any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The values that are named of an open list.</summary>
    public IReadOnlyList<string> KnownValues { get; init; } = [];

    public IReadOnlyDictionary<string, WireProperty> Properties { get; init; } = new Dictionary<string, WireProperty>(StringComparer.Ordinal);

    /// <summary>The names of the properties that are always there.</summary>
    public IReadOnlySet<string> Required { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public DocumentNode? Items { get; init; }

    public Extras Extras { get; init; }

    /// <summary>The schema of properties without a name, or null.</summary>
    public DocumentNode? ExtrasSchema { get; init; }

    /// <summary>The forms of a <c>oneOf</c> or <c>anyOf</c>.</summary>
    public IReadOnlyList<DocumentNode> Alternatives { get; init; } = [];

    /// <summary>How forms are told apart, as text.</summary>
    public string Discriminator { get; init; } = "";

    /// <summary>Limits by keyword, as text.</summary>
    public IReadOnlyDictionary<string, string> Limits { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>
/// A schema. Schemas may be circular, so each is made first and filled in by the reader afterwards; nobody changes it
/// after that. They compare by identity.
/// </summary>
internal sealed class Schema(TextPosition position)
{
    /// <summary>Where it stands.</summary>
    public TextPosition Position { get; } = position;

    /// <summary>The name under components/schemas; null if it stands elsewhere.</summary>
    public string? ComponentName { get; internal set; }

    /// <summary>The schema that stands for this one, once somebody has worked it out.</summary>
    public Schema? Collapsed { get; internal set; }

    /// <summary>Whether a <c>$ref</c> leads to it, so that it has a type of its own wherever it stands.</summary>
    public bool IsReferenced { get; internal set; }

    /// <summary>What its <c>$ref</c> leads to, or null.</summary>
    public Schema? Reference { get; internal set; }

    /// <summary>Its types without "null".</summary>
    public IReadOnlyList<string> Types { get; internal set; } = [];

    /// <summary>Whether null is all it allows.</summary>
    public bool IsNullOnly { get; internal set; }

    public string? Format { get; internal set; }

    public IReadOnlyList<SchemaEnumValue> Enum { get; internal set; } = [];

    public bool IsFlags { get; internal set; }

    public IReadOnlyList<SchemaProperty> Properties { get; internal set; } = [];

    public Schema? Items { get; internal set; }

    public bool HasPrefixItems { get; internal set; }

    public AdditionalProperties AdditionalProperties { get; internal set; }

    public IReadOnlyList<Schema> AllOf { get; internal set; } = [];

    public IReadOnlyList<Schema> OneOf { get; internal set; } = [];

    public IReadOnlyList<Schema> AnyOf { get; internal set; } = [];

    public SchemaDiscriminator? Discriminator { get; internal set; }

    public ScalarNode? Default { get; internal set; }

    public string? Description { get; internal set; }

    public string? Link { get; internal set; }

    public bool IsReadOnly { get; internal set; }

    /// <summary>Why it should not be used any more, or null.</summary>
    public string? Deprecation { get; internal set; }

    public bool IsPrimaryErrorMessage { get; internal set; }

    /// <summary>What it says of its provenance, or null.</summary>
    public Provenance? Provenance { get; internal set; }

    public IReadOnlyList<string> KnownValues { get; internal set; } = [];

    /// <summary>The schema itself, or what its references lead to in the end. The reader leaves no circles.</summary>
    public Schema Target
    {
        get
        {
            var schema = this;
            while (schema.Reference is not null)
            {
                schema = schema.Reference;
            }

            return schema;
        }
    }
}

using SieSmart.Generators.Positions;
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

    /// <summary>The values of its enum that make members, once somebody has worked them out.</summary>
    public IReadOnlyList<SchemaEnumValue>? EnumMembers { get; internal set; }

    /// <summary>Whether a <c>$ref</c> leads to it, so that it has a type of its own wherever it stands.</summary>
    public bool IsReferenced { get; internal set; }

    /// <summary>What its <c>$ref</c> leads to, or null.</summary>
    public Schema? Reference { get; internal set; }

    /// <summary>The name under which <c>$dynamicRef</c> finds it, or null.</summary>
    public string? DynamicAnchor { get; internal set; }

    /// <summary>The name that its <c>$dynamicRef</c> asks for, or null: what it leads to depends on where it is used.</summary>
    public string? DynamicReference { get; internal set; }

    /// <summary>What its <c>$dynamicRef</c> leads to where nothing else has that name, or null.</summary>
    public Schema? DynamicFallback { get; internal set; }

    /// <summary>What the names that <c>$dynamicRef</c> asks for mean within it, by these names.</summary>
    public IReadOnlyList<SchemaProperty> Bindings { get; internal set; } = [];

    /// <summary>Its types without "null".</summary>
    public IReadOnlyList<string> Types { get; internal set; } = [];

    /// <summary>
    /// The types of alternatives that say nothing else (<c>oneOf: [{ type: integer }, { type: string }]</c>): how OpenAPI 3.0
    /// writes what is a list of types from 3.1 on. Empty in later versions.
    /// </summary>
    public IReadOnlyList<string> AlternativeTypes { get; internal set; } = [];

    /// <summary>Whether null is all it allows.</summary>
    public bool IsNullOnly { get; internal set; }

    /// <summary>Whether it says itself that null is allowed.</summary>
    public bool IsNullable { get; internal set; }

    public string? Format { get; internal set; }

    public IReadOnlyList<SchemaEnumValue> Enum { get; internal set; } = [];

    public bool IsFlags { get; internal set; }

    public IReadOnlyList<SchemaProperty> Properties { get; internal set; } = [];

    /// <summary>The names of the properties that must be there.</summary>
    public IReadOnlyList<string> Required { get; internal set; } = [];

    public Schema? Items { get; internal set; }

    public bool HasPrefixItems { get; internal set; }

    /// <summary>Whether its texts are content of a media type of their own.</summary>
    public bool HasMediaType { get; internal set; }

    public AdditionalProperties AdditionalProperties { get; internal set; }

    public IReadOnlyList<Schema> AllOf { get; internal set; } = [];

    public IReadOnlyList<Schema> OneOf { get; internal set; } = [];

    public IReadOnlyList<Schema> AnyOf { get; internal set; } = [];

    public SchemaDiscriminator? Discriminator { get; internal set; }

    public DocumentNode? Default { get; internal set; }

    /// <summary>What people are told of the values that it allows.</summary>
    public SchemaLimits Limits { get; internal set; } = SchemaLimits.None;

    /// <summary>Values that it shows people.</summary>
    public IReadOnlyList<string> Examples { get; internal set; } = [];

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

    /// <summary>Takes over what another says: it is that one under another name, or with bindings of its own.</summary>
    internal void Adopt(Schema other)
    {
        Types = other.Types;
        IsNullOnly = other.IsNullOnly;
        IsNullable = other.IsNullable;
        Format = other.Format;
        Enum = other.Enum;
        IsFlags = other.IsFlags;
        Properties = other.Properties;
        Required = other.Required;
        Items = other.Items;
        HasPrefixItems = other.HasPrefixItems;
        HasMediaType = other.HasMediaType;
        Limits = other.Limits;
        AdditionalProperties = other.AdditionalProperties;
        AllOf = other.AllOf;
        OneOf = other.OneOf;
        AnyOf = other.AnyOf;
        Discriminator = other.Discriminator;
        KnownValues = other.KnownValues;
        DynamicAnchor = other.DynamicAnchor;
        Description ??= other.Description;
        Default ??= other.Default;
        Examples = Examples.Count > 0 ? Examples : other.Examples;
        Deprecation ??= other.Deprecation;
        Link ??= other.Link;
        Provenance ??= other.Provenance;
        IsReadOnly |= other.IsReadOnly;
        IsPrimaryErrorMessage |= other.IsPrimaryErrorMessage;
        DynamicReference ??= other.DynamicReference;
        DynamicFallback ??= other.DynamicFallback;
    }
}

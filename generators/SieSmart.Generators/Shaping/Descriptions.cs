using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping;

/// <summary>Finds words for what the document may not describe: every public member is documented.</summary>
internal static class Descriptions
{
    /// <summary>The description, or words of our own.</summary>
    public static Documentation Of(string? description, string fallback, string? link = null) =>
        new(string.IsNullOrWhiteSpace(description) ? fallback : description!.Trim(), Link: link);

    /// <summary>What a type is.</summary>
    public static Documentation OfType(Schema schema, string name) => Of(schema.Description, name + ".", schema.Link);

    /// <summary>What an operation does: its summary, with its description as remarks, and how surely it is known.</summary>
    public static Documentation OfOperation(Operation operation, string path, Provenance provenance)
    {
        var summary = operation.Summary ?? operation.Description ?? $"{operation.Verb.ToUpperInvariant()} {path}.";
        var remarks = new List<string>();
        if (operation.Summary is not null && operation.Description is not null)
        {
            remarks.Add(operation.Description.Trim());
        }

        if (provenance == Provenance.Inferred)
        {
            remarks.Add("Inferred: the vendor has not documented this operation.");
        }
        else if (operation.PathProvenance == Provenance.Inferred)
        {
            remarks.Add("The vendor describes this operation; its path is inferred.");
        }

        return new Documentation(summary.Trim(), remarks.Count == 0 ? null : string.Join("\n", remarks), operation.Link);
    }

    /// <summary>What a property is, and how surely it is known.</summary>
    public static Documentation OfProperty(SchemaProperty property, Provenance provenance)
    {
        var words = Of(property.Schema.Description ?? property.Schema.Target.Description, $"The property {property.Name}.", property.Schema.Target.Link);
        return provenance == Provenance.Inferred
            ? words with { Remarks = "Inferred: the vendor has not documented this property." }
            : words;
    }
}

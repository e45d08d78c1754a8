using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>Finds the words for members: what the document says of them. Where it says nothing, there are none, unless a name on the wire says something.</summary>
internal static class Descriptions
{
    private const int LongestLine = 200;

    /// <summary>The description: its first paragraph, and the others as remarks.</summary>
    public static Documentation Of(string? description, string? fallback = null, string? link = null)
    {
        var (summary, remarks) = Split(description);
        return new Documentation(summary ?? fallback, remarks, link);
    }

    /// <summary>What a type is.</summary>
    public static Documentation OfType(Schema schema) => Of(schema.Description, fallback: null, schema.Link);

    /// <summary>What an operation does: its summary, with its description as remarks, and how surely it is known.</summary>
    public static Documentation OfOperation(Operation operation, string path, Provenance provenance)
    {
        var (summary, remarks) = Split(operation.Description);
        if (!string.IsNullOrWhiteSpace(operation.Summary))
        {
            (summary, remarks) = (operation.Summary!.Trim(), operation.Description?.Trim());
        }

        var provenanceInWords = provenance == Provenance.Inferred ? "Inferred: the vendor has not documented this operation."
            : operation.PathProvenance == Provenance.Inferred ? "The vendor describes this operation; its path is inferred."
            : null;
        return new Documentation(summary ?? Documentation.Code($"{operation.Verb.ToUpperInvariant()} {path}") + ".", Join(provenanceInWords, remarks), operation.Link);
    }

    /// <summary>What a property is, and how surely it is known.</summary>
    /// <param name="schema">Its schema.</param>
    /// <param name="hasType">Whether its type has words of its own, which are not repeated at length.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="provenance">How surely it is known.</param>
    public static Documentation OfProperty(Schema schema, bool hasType, bool isRequired, Provenance provenance)
    {
        var target = schema.Target;
        var words = Of(schema.Description ?? (hasType ? Brief(target.Description) : target.Description), fallback: null, target.Link);
        return words with
        {
            Remarks = Join(provenance == Provenance.Inferred ? "Inferred: the vendor has not documented this property." : null, words.Remarks),
            Facts = SchemaFacts.Of(schema, hasType, isRequired),
            Examples = Examples(schema, hasType).ToEquatableArray(),
        };
    }

    /// <summary>What a parameter is.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="hasType">Whether its type has words of its own, which are not repeated at length.</param>
    /// <param name="isAlwaysThere">Whether it can't be left out, so that nobody needs to be told.</param>
    /// <param name="fallback">What to say where the document says nothing, or null.</param>
    public static Documentation OfParameter(Parameter parameter, bool hasType, bool isAlwaysThere, string? fallback)
    {
        var schema = parameter.Schema ?? parameter.ContentSchema;
        return Of(parameter.Description ?? schema?.Description, fallback) with
        {
            Facts = SchemaFacts.Of(schema ?? new Schema(parameter.Position), hasType, parameter.IsRequired && !isAlwaysThere),
            Examples = (parameter.Examples.Count > 0 || schema is null ? parameter.Examples : Examples(schema, hasType)).ToEquatableArray(),
        };
    }

    /// <summary>A description in a line: its first paragraph, or the first sentence of that; null if that is long, too.</summary>
    public static string? Brief(string? description)
    {
        var (summary, _) = Split(description);
        if (summary is null || summary.Length <= LongestLine)
        {
            return summary;
        }

        var end = summary.IndexOf(". ", StringComparison.Ordinal);
        return end is > 0 and < LongestLine ? summary.Substring(0, end + 1) : null;
    }

    private static IReadOnlyList<string> Examples(Schema schema, bool hasType) =>
        schema.Examples.Count > 0 || hasType ? schema.Examples : schema.Target.Examples;

    private static string? Join(string? first, string? second) =>
        string.IsNullOrWhiteSpace(first) ? second : string.IsNullOrWhiteSpace(second) ? first : first + "\n\n" + second;

    /// <summary>The first paragraph, and what follows; what begins with a block of code stays whole.</summary>
    private static (string? First, string? Others) Split(string? description)
    {
        if (string.IsNullOrWhiteSpace(description))
        {
            return (null, null);
        }

        var text = description!.Replace("\r\n", "\n").Replace('\r', '\n').Trim();
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            var next = end + 1;
            while (next < text.Length && text[next] is ' ' or '\t')
            {
                next++;
            }

            if (next < text.Length && text[next] == '\n')
            {
                var first = text.Substring(0, end).TrimEnd();
                return first.Contains("```") || first.Contains("~~~") ? (text, null) : (first, text.Substring(next).Trim());
            }
        }

        return (text, null);
    }
}

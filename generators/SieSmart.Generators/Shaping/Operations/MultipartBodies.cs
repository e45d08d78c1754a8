using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>Bodies of multipart/form-data: the members of an object, each of which is a part, and each item of a list a part of the same name.</summary>
internal static class MultipartBodies
{
    private const int MaximumDepth = 20;

    /// <summary>
    /// The parts that are sent one by one and may need a type; null if the body is better sent as a whole. Parts whose encoding the
    /// document gives count, else, where there is no other media type, all that have an obvious one.
    /// </summary>
    /// <param name="structured">The structured media types of the body, of which the first is that of parts.</param>
    /// <param name="mediaTypes">The number of all media types.</param>
    public static IReadOnlyList<Schema>? PartsOf(IReadOnlyList<MediaType> structured, int mediaTypes)
    {
        var properties = Members(structured[0].Schema!);
        if (properties.Count == 0 || structured.Any(mediaType => MediaTypes.Rank(mediaType.Name) < MediaTypes.Rank(MediaTypes.Multipart)))
        {
            return null;
        }

        if (structured[0].Encoding.Count > 0)
        {
            return properties
                .Where(property => structured[0].Encoding.TryGetValue(property.Name, out var part) && MediaTypes.IsPreferred(part.ContentType))
                .Select(property => property.Schema)
                .ToList();
        }

        var parts = PartsOf(structured[0].Schema!);
        return parts.Count > 0 && mediaTypes == 1 ? parts : null;
    }

    /// <summary>The parts of a body that have an obvious type.</summary>
    public static IReadOnlyList<Schema> PartsOf(Schema schema) => [.. Members(schema).Select(property => property.Schema).Where(IsPart)];

    /// <summary>Reports what the document wants and a MultipartBody can't hold: headers of a part, and several parts of one name that are no files.</summary>
    /// <param name="mediaType">The media type of the body.</param>
    /// <param name="faults">Where to report them.</param>
    public static void Check(MediaType mediaType, FaultList faults)
    {
        foreach (var part in mediaType.Encoding.Where(part => part.Value.HasHeaders))
        {
            faults.Add(DiagnosticRules.UnsupportedConstruct, part.Value.Position, $"'headers' of part '{part.Key}'", "The part is sent without them.");
        }

        foreach (var property in Members(mediaType.Schema!))
        {
            var meant = SchemaAnalysis.Collapse(property.Schema);
            if (SchemaAnalysis.IsArray(meant) && meant.Items is { } items && !IsFile(SchemaAnalysis.Collapse(items)))
            {
                faults.Add(
                    DiagnosticRules.UnsupportedConstruct,
                    property.Schema.Position,
                    $"Part '{property.Name}', a list of what is no file,",
                    "MultipartBody holds one part of a name, or several whose file names differ: give each item a file name of its own, or send the body by SetStreamContent.");
            }
        }
    }

    /// <summary>The members of a body: those of the object, of all that it is made of, and of each that it may be.</summary>
    private static List<SchemaProperty> Members(Schema schema)
    {
        var members = new List<SchemaProperty>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var visited = new HashSet<Schema>();
        Add(schema, 0);
        return members;

        void Add(Schema part, int depth)
        {
            var target = part.Target;
            if (depth > MaximumDepth || !visited.Add(target))
            {
                return;
            }

            members.AddRange(target.Properties.Where(property => names.Add(property.Name)));
            foreach (var other in target.AllOf.Concat(target.OneOf).Concat(target.AnyOf))
            {
                Add(other, depth + 1);
            }
        }
    }

    private static bool IsPart(Schema schema) =>
        SchemaAnalysis.IsOnly(schema.Target, "object") ||
        (ParameterTypes.FindScalar(schema) is not null && (!ParameterTypes.IsList(schema) || ParameterTypes.EnumOf(schema) is null));

    /// <summary>Whether a caller would give a file: bytes, content of some media type, or anything.</summary>
    private static bool IsFile(Schema schema) =>
        ScalarTypes.Of(schema) == TypeKind.ByteArray || schema.HasMediaType || !SchemaAnalysis.IsMeaningful(schema);
}

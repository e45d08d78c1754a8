using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>Knows which classes are thrown, and which of them derive from what Kiota throws.</summary>
/// <param name="thrown">The schemas of responses that are thrown.</param>
/// <param name="analysis">Knows the bases of schemas.</param>
internal sealed class ErrorClasses(HashSet<Schema> thrown, SchemaAnalysis analysis)
{
    private readonly Dictionary<Schema, bool> _roots = [];

    /// <summary>
    /// Whether a class is thrown and no base of it is: it derives from ApiException, and repeats what it would inherit.
    /// One with a base that is thrown derives from that as any class does.
    /// </summary>
    public bool IsRoot(Schema schema)
    {
        if (!_roots.TryGetValue(schema, out var isRoot))
        {
            isRoot = thrown.Contains(schema);
            for (var ancestor = isRoot ? analysis.BaseOf(schema) : null; isRoot && ancestor is not null; ancestor = analysis.BaseOf(ancestor))
            {
                isRoot = !thrown.Contains(ancestor);
            }

            _roots.Add(schema, isRoot);
        }

        return isRoot;
    }
}

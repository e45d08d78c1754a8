using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Parity.Surface;

namespace SieSmart.Generators.Tests.Parity;

/// <summary>
/// Prints the observable contract of a generated client, one fact a line, read from syntax alone: two clients
/// that print the same lines look the same to their callers and send the same requests.
/// </summary>
internal static class SurfacePrinter
{
    /// <summary>The lines in ordinal order, without duplicates, each ended by a line feed.</summary>
    public static string Print(IEnumerable<SyntaxTree> trees)
    {
        var types = DeclaredTypes.Read(trees);
        var spelling = new Spelling(new NameResolver(types));
        var lines = new SortedSet<string>(StringComparer.Ordinal);

        foreach (var type in types.Public)
        {
            lines.UnionWith(Facts(type, spelling).Select(fact => fact.ToString()));
        }

        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static IEnumerable<SurfaceFact> Facts(DeclaredType type, Spelling spelling) =>
    [
        .. TypeFacts.Of(type, spelling),
        .. MemberFacts.Of(type, spelling),
        .. BuilderFacts.Of(type, spelling),
        .. RequestFacts.Of(type, spelling),
        .. ModelFacts.Of(type, spelling),
        .. CompositionFacts.Of(type, spelling),
    ];
}

using System.Collections.Immutable;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.Swagger;

/// <summary>Says host, basePath and schemes as servers.</summary>
internal static class SwaggerServers
{
    private const string Https = "https";

    /// <summary>The servers of a document, the safest first; null if it names none.</summary>
    public static SequenceNode? Of(MappingNode root)
    {
        var host = root["host"] as ScalarNode;
        var basePath = root["basePath"] as ScalarNode;
        if ((host ?? basePath) is not { Position: var position })
        {
            return null;
        }

        var path = basePath is null || basePath.Value == "/" ? "" : basePath.Value.StartsWith("/", StringComparison.Ordinal) ? basePath.Value : "/" + basePath.Value;
        if (host is null)
        {
            return path.Length == 0 ? null : Servers(position, [path]);
        }

        var schemes = (root["schemes"] as SequenceNode)?.Items.OfType<ScalarNode>().Select(scheme => scheme.Value.ToLowerInvariant()).Where(scheme => scheme is Https or "http").ToList() ?? [];
        return Servers(position, (schemes.Count == 0 ? [Https] : schemes).OrderByDescending(scheme => scheme == Https).Select(scheme => $"{scheme}://{host.Value}{path}"));
    }

    private static SequenceNode Servers(TextPosition position, IEnumerable<string> addresses) =>
        new(position, addresses.Select(address => (DocumentNode)Nodes.Mapping(position, Nodes.Entry("url", Nodes.Text(position, address)))).ToImmutableArray());
}

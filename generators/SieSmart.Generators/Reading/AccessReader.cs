using System.Globalization;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Reads how an API is reached: with which credentials, and how often.</summary>
internal sealed class AccessReader(ReferenceResolver references, NodeReader values, FaultList faults)
{
    // A day: longer windows are a subscription's volume, which no queue can wait for.
    private const int MaximumSeconds = 24 * 60 * 60;

    /// <summary>The security schemes of a document.</summary>
    /// <param name="components">The node <c>components</c>.</param>
    public List<SecurityScheme> ReadSchemes(MappingNode components) =>
        [.. values.Entries(components, "securitySchemes").Select(entry => ReadScheme(entry.Name, entry.Value)).OfType<SecurityScheme>()];

    /// <summary>The first of a document's security requirements; the others are alternatives.</summary>
    /// <param name="root">The document.</param>
    public List<SecurityRequirement> ReadSecurity(MappingNode root) =>
        values.Items(root, "security").OfType<MappingNode>().FirstOrDefault() is { } first
            ? [.. first.Entries.Select(entry => new SecurityRequirement(entry.Name, ScopesOf(entry.Value)))]
            : [];

    /// <summary>The limit that a document names; null if there is none, or none that makes sense.</summary>
    /// <param name="root">The document.</param>
    public RateLimit? ReadRateLimit(MappingNode root)
    {
        if (root[Extensions.RateLimit] is not { } node)
        {
            return null;
        }

        if (node is MappingNode limit && Number(limit, "requests", int.MaxValue) is { } requests && Number(limit, "seconds", MaximumSeconds) is { } seconds)
        {
            return new RateLimit(requests, seconds);
        }

        faults.Add(DiagnosticRules.UnexpectedStructure, node.Position, $"'{Extensions.RateLimit}' doesn't say how many requests are allowed in how many seconds, as {{ requests: 100, seconds: 60 }} does", "It is left out.");
        return null;
    }

    private static IReadOnlyList<string> ScopesOf(DocumentNode node) =>
        node is SequenceNode sequence ? [.. sequence.Items.OfType<ScalarNode>().Select(scope => scope.Value)] : [];

    private static int? Number(MappingNode node, string key, int maximum) =>
        node[key] is ScalarNode { Value: var text }
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= maximum
            ? number
            : null;

    private SecurityScheme? ReadScheme(string name, DocumentNode value)
    {
        if (references.Resolve(value) is not MappingNode scheme)
        {
            return null;
        }

        var flow = (scheme["flows"] as MappingNode)?["clientCredentials"] as MappingNode;
        return new SecurityScheme(
            name,
            values.Text(scheme, "type"),
            values.Text(scheme, "name"),
            values.Text(scheme, "in"),
            flow is null ? null : values.Text(flow, "tokenUrl"));
    }
}

using System.Collections.Immutable;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Takes values out of nodes, and reports those of the wrong form.</summary>
internal sealed class NodeReader(FaultList faults)
{
    /// <summary>A key's mapping; null, with a fault unless it is absent, for anything else.</summary>
    public MappingNode? Mapping(MappingNode node, string key) => Expect<MappingNode>(node, key, "a mapping");

    /// <summary>A key's list; empty for anything else, with a fault unless it is absent.</summary>
    public ImmutableArray<DocumentNode> Items(MappingNode node, string key) => Expect<SequenceNode>(node, key, "a list")?.Items ?? [];

    /// <summary>The entries of a key's mapping; empty for anything else, with a fault unless it is absent.</summary>
    public ImmutableArray<MappingEntry> Entries(MappingNode node, string key) => Mapping(node, key)?.Entries ?? [];

    /// <summary>A key's text; null, with a fault unless it is absent, for anything else.</summary>
    public string? Text(MappingNode node, string key) => Expect<ScalarNode>(node, key, "a string")?.Value;

    /// <summary>Why something should not be used any more; null if it may be.</summary>
    public string? Deprecation(MappingNode node)
    {
        if (!node.IsTrue("deprecated"))
        {
            return null;
        }

        var details = node[Extensions.Deprecation] as MappingNode;
        var parts = new[]
        {
            details is null ? null : Text(details, "description"),
            details is null || Text(details, "version") is not { } version ? null : "as of " + version,
            details is null || Text(details, "date") is not { } date ? null : "on " + date,
            details is null || Text(details, "removalDate") is not { } removal ? null : "and will be removed " + removal,
        };
        var text = string.Join(" ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return text.Length > 0 ? text : "The API's description marks it as deprecated.";
    }

    /// <summary>What a key says of provenance, or null.</summary>
    public Provenance? Provenance(MappingNode node, string key) => Text(node, key) switch
    {
        null => null,
        "documented" => OpenApi.Provenance.Documented,
        "described" => OpenApi.Provenance.Described,
        "inferred" => OpenApi.Provenance.Inferred,
        var other => Unexpected(node[key]!, $"'{key}' is '{other}'", "It is 'documented', 'described' or 'inferred'; read as 'inferred'."),
    };

    /// <summary>The address of external documentation, or null.</summary>
    public string? Link(MappingNode node) => node["externalDocs"] is MappingNode docs ? Text(docs, "url") : null;

    private T? Expect<T>(MappingNode node, string key, string expected)
        where T : DocumentNode
    {
        switch (node[key])
        {
            case T found:
                return found;
            case null or ScalarNode { IsNull: true }:
                return null;
            case var other:
                faults.Add(DiagnosticRules.UnexpectedStructure, other.Position, $"'{key}' is {other.KindName}, not {expected}", "It is ignored.");
                return null;
        }
    }

    private Provenance Unexpected(DocumentNode node, string what, string consequence)
    {
        faults.Add(DiagnosticRules.UnexpectedStructure, node.Position, what, consequence);
        return OpenApi.Provenance.Inferred;
    }
}

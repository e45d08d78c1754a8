using System.Collections.Immutable;
using SieSmart.Generators.Reading.Syntax;

namespace SpecDiff.Documents;

/// <summary>Takes values out of nodes. What is of the wrong form counts as absent: the generator reports it.</summary>
internal static class NodeContent
{
    /// <summary>The entries of a key's mapping.</summary>
    public static ImmutableArray<MappingEntry> Entries(this MappingNode node, string key) => node[key] is MappingNode mapping ? mapping.Entries : [];

    /// <summary>The items of a key's list.</summary>
    public static ImmutableArray<DocumentNode> Items(this MappingNode node, string key) => node[key] is SequenceNode list ? list.Items : [];

    /// <summary>A key's text, or null.</summary>
    public static string? Text(this MappingNode node, string key) => node[key] is ScalarNode { IsNull: false } scalar ? scalar.Value : null;
}

using System.Collections.Immutable;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.Swagger;

/// <summary>Makes nodes that no document holds, each with the position of what it was made of.</summary>
internal static class Nodes
{
    /// <summary>A text.</summary>
    public static ScalarNode Text(TextPosition position, string value) => new(position, value, isPlain: false);

    /// <summary>A truth value.</summary>
    public static ScalarNode Flag(TextPosition position, bool value) => new(position, value ? "true" : "false", isPlain: true);

    /// <summary>An entry; none where there is no value.</summary>
    public static IEnumerable<MappingEntry> Entry(string name, DocumentNode? value) =>
        value is null ? [] : [new MappingEntry(value.Position, name, value)];

    /// <summary>A mapping of entries, the first of each name.</summary>
    public static MappingNode Mapping(TextPosition position, params IEnumerable<MappingEntry>[] entries)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return new MappingNode(position, entries.SelectMany(some => some).Where(entry => names.Add(entry.Name)).ToImmutableArray());
    }

    /// <summary>The same mapping with other values; itself where all stay.</summary>
    public static MappingNode Convert(MappingNode node, Func<MappingEntry, DocumentNode> convert)
    {
        ImmutableArray<MappingEntry>.Builder? converted = null;
        for (var index = 0; index < node.Entries.Length; index++)
        {
            var entry = node.Entries[index];
            var value = convert(entry);
            if (value != entry.Value)
            {
                converted ??= node.Entries.ToBuilder();
                converted[index] = entry with { Value = value };
            }
        }

        return converted is null ? node : new MappingNode(node.Position, converted.ToImmutable());
    }

    /// <summary>The same list with other items; itself where all stay.</summary>
    public static SequenceNode Convert(SequenceNode node, Func<DocumentNode, DocumentNode> convert)
    {
        var items = node.Items.Select(convert).ToImmutableArray();
        return items.SequenceEqual(node.Items) ? node : new SequenceNode(node.Position, items);
    }
}

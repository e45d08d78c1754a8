using System.Collections.Immutable;
using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A list of keys with values, in the order of the document.</summary>
internal sealed class MappingNode(TextPosition position, ImmutableArray<MappingEntry> entries) : DocumentNode(position)
{
    // Nearly all mappings are small, and there are very many: a dictionary for each would cost more than it saves.
    private const int LargestSearched = 12;

    private Dictionary<string, DocumentNode>? _byName;

    /// <summary>A mapping that says nothing.</summary>
    public static MappingNode Empty { get; } = new(default, []);

    /// <summary>Its entries, each key once.</summary>
    public ImmutableArray<MappingEntry> Entries { get; } = entries;

    /// <inheritdoc/>
    public override string KindName => "a mapping";

    /// <summary>The value of a key, or null.</summary>
    public DocumentNode? this[string name]
    {
        get
        {
            if (Entries.Length > LargestSearched)
            {
                return (_byName ??= Entries.ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal)).TryGetValue(name, out var found) ? found : null;
            }

            foreach (var entry in Entries)
            {
                if (string.Equals(entry.Name, name, StringComparison.Ordinal))
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Whether a key is true.</summary>
    public bool IsTrue(string name) => this[name] is ScalarNode { Value: var value } && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}

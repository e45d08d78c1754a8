namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A list of keys with values, in the order of the document.</summary>
internal sealed class MappingNode : DocumentNode
{
    private readonly Dictionary<string, DocumentNode> _byName = new(StringComparer.Ordinal);

    public MappingNode(TextPosition position, List<MappingEntry> entries)
        : base(position)
    {
        Entries = entries;
        foreach (var entry in entries)
        {
            _byName[entry.Name] = entry.Value;
        }
    }

    /// <summary>Its entries, each key once.</summary>
    public IReadOnlyList<MappingEntry> Entries { get; }

    /// <inheritdoc/>
    public override string KindName => "a mapping";

    /// <summary>The value of a key, or null.</summary>
    public DocumentNode? this[string name] => _byName.TryGetValue(name, out var value) ? value : null;
}

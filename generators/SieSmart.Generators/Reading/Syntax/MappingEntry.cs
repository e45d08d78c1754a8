namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A key and its value.</summary>
internal sealed record MappingEntry(ScalarNode Key, DocumentNode Value)
{
    /// <summary>The key's text.</summary>
    public string Name => Key.Value;
}

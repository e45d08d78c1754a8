namespace SieSmart.Generators.Reading.Syntax;

/// <summary>
/// Keeps one copy of each short text. A document repeats the same few words ("type", "string", "description") over and over,
/// and what lives as long as the document is what costs the most.
/// </summary>
internal sealed class StringPool
{
    private const int LongestShared = 40;

    private readonly Dictionary<string, string> _strings = new(StringComparer.Ordinal);

    /// <summary>The copy of a text that is kept, or the text itself.</summary>
    public string Share(string text)
    {
        if (text.Length > LongestShared)
        {
            return text;
        }

        if (_strings.TryGetValue(text, out var known))
        {
            return known;
        }

        _strings.Add(text, text);
        return text;
    }
}

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>Undoes the escapes of references.</summary>
internal static class JsonPointer
{
    /// <summary>A part of a pointer that stands in a URL, as the key that it means.</summary>
    public static string Unescape(string part) => Decode(part).Replace("~1", "/").Replace("~0", "~");

    /// <summary>A part of a URL without its percent signs.</summary>
    public static string Decode(string text)
    {
        try
        {
            return text.IndexOf('%') < 0 ? text : Uri.UnescapeDataString(text);
        }
        catch (UriFormatException)
        {
            // A stray percent sign stands for itself.
            return text;
        }
    }
}

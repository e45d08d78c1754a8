using System.Text;

namespace SieSmart.Runtime;

/// <summary>The text of a header for people to read. A header's bytes are characters to .NET, and most servers write UTF-8.</summary>
internal static class HeaderText
{
    private const char Replacement = '\uFFFD';
    private const string OneByteEach = "iso-8859-1";

    /// <summary>What a server wrote.</summary>
    /// <param name="value">The value as .NET has it.</param>
    public static string Of(string value)
    {
        if (!value.Any(character => character > '~') || value.Any(character => character > byte.MaxValue))
        {
            return value;
        }

        var text = Encoding.UTF8.GetString(Encoding.GetEncoding(OneByteEach).GetBytes(value));
        return text.IndexOf(Replacement) < 0 ? text : value;
    }
}

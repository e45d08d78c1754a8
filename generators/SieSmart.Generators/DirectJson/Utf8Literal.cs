using System.Globalization;
using System.Text;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.DirectJson;

/// <summary>Spells texts as C# that makes their UTF-8 without an allocation.</summary>
internal static class Utf8Literal
{
    /// <summary>An expression that converts to a span of the text's bytes.</summary>
    public static string Of(string text, CSharpSource source)
    {
        if (source.HasUtf8Literals && text.All(character => character is >= ' ' and <= '~'))
        {
            return CSharpText.Literal(text) + "u8";
        }

        // The compiler keeps such an array in the assembly where a span is wanted.
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length == 0 ? "default" : $"new byte[] {{ {string.Join(", ", bytes.Select(value => value.ToString(CultureInfo.InvariantCulture)))} }}";
    }

    /// <summary>An expression for the text as JSON escapes it. Half of a character, which JSON can't hold, is replaced.</summary>
    public static string Encoded(string text, CSharpSource source) =>
        $"{source.Library("JsonEncodedText")}.Encode({CSharpText.Literal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)))})";

    /// <summary>The length of the text's UTF-8.</summary>
    public static int LengthOf(string text) => Encoding.UTF8.GetByteCount(text);
}

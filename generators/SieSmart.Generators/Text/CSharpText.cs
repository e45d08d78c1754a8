using System.Globalization;
using System.Text;

namespace SieSmart.Generators.Text;

/// <summary>Spells values as C#.</summary>
internal static class CSharpText
{
    private static readonly HashSet<string> Keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event " +
         "explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null " +
         "object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string " +
         "struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    /// <summary>A string literal; every character that could end or change it is escaped.</summary>
    public static string Literal(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            if (Escaped(character) is { } escaped)
            {
                literal.Append(escaped);
            }
            else
            {
                literal.Append(character);
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>What stands for a character in a string literal; null if it stands for itself.</summary>
    private static string? Escaped(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029'
            => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>An identifier, with <c>@</c> before it where it is a keyword.</summary>
    public static string Identifier(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>Text for the inside of an XML element of a documentation comment, on one line.</summary>
    public static string Xml(string text)
    {
        StringBuilder? xml = null;
        for (var index = 0; index < text.Length; index++)
        {
            if (InXml(text[index]) is { } replacement)
            {
                (xml ??= new StringBuilder(text.Length + 16).Append(text, 0, index)).Append(replacement);
            }
            else
            {
                xml?.Append(text[index]);
            }
        }

        return xml?.ToString() ?? text;
    }

    /// <summary>What stands for a character in XML; null if it stands for itself.</summary>
    private static string? InXml(char character) => character switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '\u0085' or '\u2028' or '\u2029' => " ",
        _ when char.IsControl(character) || char.IsSurrogate(character) || character is '\ufffe' or '\uffff' => " ",
        _ => null,
    };
}

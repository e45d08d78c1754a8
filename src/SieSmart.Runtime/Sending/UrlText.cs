using System.Text;

namespace SieSmart.Runtime.Sending;

/// <summary>Encodes text for an address (RFC 3986, 2.1).</summary>
internal static class UrlText
{
    private const string Digits = "0123456789ABCDEF";

    /// <summary>Whether a character stands for itself wherever it is (RFC 3986, 2.3).</summary>
    public static bool IsUnreserved(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~';

    /// <summary>Appends a text of which nothing means anything in an address.</summary>
    public static void Append(ref AddressWriter address, string text)
    {
        var plain = 0;
        for (var index = 0; index < text.Length;)
        {
            if (IsUnreserved(text[index]))
            {
                index++;
                continue;
            }

            address.Append(text, plain, index - plain);
            index += AppendEncoded(ref address, text, index);
            plain = index;
        }

        address.Append(text, plain, text.Length - plain);
    }

    /// <summary>
    /// Whether a text is certain to be a part of an address as it is: what separates such parts may stay. Of a percent sign Kiota has an
    /// opinion of its own.
    /// </summary>
    public static bool IsAddress(string text)
    {
        foreach (var character in text)
        {
            if (!IsUnreserved(character) && !IsReserved(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsReserved(char character) =>
        character is ':' or '/' or '?' or '#' or '[' or ']' or '@' or '!' or '$' or '&' or '\'' or '(' or ')' or '*' or '+' or ',' or ';' or '=';

    /// <summary>Whether each character of a text is one of Unicode, so that it can be encoded.</summary>
    public static bool IsWhole(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]))
            {
                if (!char.IsHighSurrogate(text[index]) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
                {
                    return false;
                }

                index++;
            }
        }

        return true;
    }

    /// <summary>Appends one character of Unicode, which may be two of the text's.</summary>
    /// <returns>How many of the text's it was.</returns>
    private static int AppendEncoded(ref AddressWriter address, string text, int index)
    {
        var length = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
        foreach (var octet in Encoding.UTF8.GetBytes(text.ToCharArray(index, length)))
        {
            address.Append('%');
            address.Append(Digits[octet >> 4]);
            address.Append(Digits[octet & 0xF]);
        }

        return length;
    }
}

using System.Globalization;
using System.Text;

namespace SieSmart.Generators.Shaping.Naming;

/// <summary>Spells names inside the braces of a URL template.</summary>
internal static class UrlTemplates
{
    /// <summary>Percent-encodes everything but letters, digits and underscores (RFC 6570 allows no more in a name).</summary>
    public static string Encode(string name)
    {
        var encoded = new StringBuilder(name.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            var character = (char)octet;
            if (character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
            {
                encoded.Append(character);
            }
            else
            {
                encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }
}

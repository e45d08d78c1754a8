using System.Globalization;
using System.Text;

namespace SieSmart.Generators.Shaping.Naming;

/// <summary>Spells names inside URL templates.</summary>
internal static class UrlTemplates
{
    /// <summary>What means something else than itself in a name of a query, or in a template.</summary>
    private const string SpecialInLiterals = "{}&#+%=";

    /// <summary>
    /// The name of a variable: percent-encodes everything but letters, digits and underscores (RFC 6570 allows no more in a
    /// name).
    /// </summary>
    public static string Encode(string name) => Encode(name, forced: 0);

    /// <summary>The name of a variable that is not among others: more of it is encoded if need be, which is another spelling of the same name.</summary>
    public static string Encode(string name, HashSet<string> others)
    {
        var variable = Encode(name);
        for (var forced = 1; forced <= name.Length && others.Contains(variable); forced++)
        {
            variable = Encode(name, forced);
        }

        return variable;
    }

    /// <summary>A name in the literal part of a query: encoded where it would end there.</summary>
    public static string EncodeLiteral(string name) =>
        string.Concat(name.Select(character => SpecialInLiterals.Contains(character) ? "%" + ((int)character).ToString("X2", CultureInfo.InvariantCulture) : character.ToString()));

    private static string Encode(string name, int forced)
    {
        var encoded = new StringBuilder(name.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            if (forced > 0 || !IsPlain((char)octet))
            {
                encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
                forced--;
            }
            else
            {
                encoded.Append((char)octet);
            }
        }

        return encoded.ToString();
    }

    private static bool IsPlain(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}

using System.Security.Cryptography;
using System.Text;

namespace SieSmart.Client.Serialization;

/// <summary>A text's SHA-256, as lower-case digits.</summary>
internal static class HashText
{
    private const string Digits = "0123456789abcdef";

    public static string Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#if NET8_0_OR_GREATER
        var hash = SHA256.HashData(bytes);
#else
        using var algorithm = SHA256.Create();
        var hash = algorithm.ComputeHash(bytes);
#endif
        var digits = new StringBuilder(hash.Length * 2);
        foreach (var part in hash)
        {
            digits.Append(Digits[part >> 4]).Append(Digits[part & 0xF]);
        }

        return digits.ToString();
    }
}

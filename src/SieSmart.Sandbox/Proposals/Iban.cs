namespace SieSmart.Sandbox.Proposals;

/// <summary>The check of ISO 13616: the country and the check digits go to the end, and the rest modulo 97 is 1.</summary>
internal static class Iban
{
    public static bool IsValid(string iban)
    {
        if (iban.Length is < 15 or > 34 || !iban.All(char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        var remainder = 0;
        foreach (var character in iban[4..] + iban[..4])
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : char.ToUpperInvariant(character) - 'A' + 10;
            remainder = ((remainder * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return remainder == 1;
    }
}

using System.Text;

namespace SieSmart.Generators.Shaping.Naming;

/// <summary>Makes C# identifiers of a document's names, by Kiota's rules.</summary>
internal static class Identifiers
{
    private const string SpelledPlus = "_plus_";
    private const string SpelledMinus = "minus_";

    // A sign at the end leaves its underscore behind, which Kiota takes off, of a word "surplus_" as well.
    private static readonly string[] SpelledSigns = ["minus_", "plus_"];

    private static readonly string[] Digits = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    private static readonly Dictionary<char, string> SymbolNames = new()
    {
        ['!'] = "Exclamation", ['"'] = "DoubleQuote", ['#'] = "Pound", ['$'] = "Dollar", ['%'] = "Percent", ['&'] = "Ampersand",
        ['\''] = "Apostrophe", ['('] = "LeftParenthesis", [')'] = "RightParenthesis", ['*'] = "Asterisk", ['+'] = "Plus", [','] = "Comma",
        ['-'] = "Minus", ['.'] = "Period", ['/'] = "Slash", ['\\'] = "BackSlash", [':'] = "Colon", [';'] = "SemiColon", ['<'] = "LessThan",
        ['='] = "Equal", ['>'] = "GreaterThan", ['?'] = "QuestionMark", ['@'] = "At", ['['] = "LeftBracket", [']'] = "RightBracket",
        ['^'] = "Caret", ['_'] = "Underscore", ['`'] = "Backtick", ['{'] = "LeftBrace", ['|'] = "Pipe", ['}'] = "RightBrace",
        ['~'] = "Tilde", [' '] = "Space",
    };

    /// <summary>A type, namespace or navigation property: symbols vanish and raise the next letter; underscores stay.</summary>
    public static string Pascal(string name) => Raise(Clean(name));

    /// <summary>The second half of the name of an unnamed type: as <see cref="Pascal"/>, but the first letter stays as it is.</summary>
    public static string Suffix(string name) => Clean(name);

    /// <summary>A property's name before and after its underscores are taken out.</summary>
    public static string Property(string name) => Raise(Clean(name));

    /// <summary>The member of an enum.</summary>
    public static string EnumMember(string value)
    {
        var name = Raise(Clean(value));
        return name.Length > 0 ? name : string.Concat(value.Select(symbol => SymbolNames.TryGetValue(symbol, out var spelled) ? spelled : "Symbol" + ((int)symbol).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Whether a name is nothing but symbols that have a word.</summary>
    public static bool IsSpelled(string name) => name.Length > 0 && name.All(SymbolNames.ContainsKey);

    /// <summary>A query parameter before its underscores are taken out: only <c>-</c>, <c>.</c> and <c>~</c> part words, other symbols just vanish.</summary>
    public static string QueryParameter(string name)
    {
        if (name.All(IsAsciiIdentifierPart))
        {
            return SpellLeadingDigits(name);
        }

        var kept = new string(name.Where(character => IsAsciiIdentifierPart(character) || character is '-' or '.' or '~').ToArray());
        return SpellLeadingDigits(string.Concat(kept.Split(['-', '.', '~'], StringSplitOptions.RemoveEmptyEntries).Select((word, index) => index == 0 ? word : Raise(word))));
    }

    /// <summary>Takes underscores out and raises the letters behind them.</summary>
    public static string FromSnakeCase(string name)
    {
        if (name.IndexOf('_') < 0)
        {
            return Raise(name);
        }

        var words = name.Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? name : string.Concat(words.Select(Raise));
    }

    /// <summary>A parameter's name: letters, digits and underscores, beginning with a lower-case letter.</summary>
    public static string Parameter(string name)
    {
        var cleaned = Clean(name);
        return cleaned.Length == 0 ? "value" : char.ToLowerInvariant(cleaned[0]) + cleaned.Substring(1);
    }

    private static string Clean(string name)
    {
        name = SpellSigns(name);
        var result = SpellLeadingDigits(IsClean(name) ? name : WithoutSymbols(name));
        return EndsInSpelledSign(result) ? result.Substring(0, result.Length - 1) : result;
    }

    /// <summary>Whether there is nothing to take out, as in nearly all names.</summary>
    private static bool IsClean(string name)
    {
        foreach (var character in name)
        {
            if (!IsIdentifierPart(character))
            {
                return false;
            }
        }

        return name.Length == 0 || name[0] != '_';
    }

    private static string WithoutSymbols(string name)
    {
        var cleaned = new StringBuilder(name.Length);
        var raiseNext = false;
        foreach (var character in name)
        {
            if (!IsIdentifierPart(character))
            {
                raiseNext = true;
            }
            else if (character != '_' || cleaned.Length > 0)
            {
                cleaned.Append(raiseNext ? char.ToUpperInvariant(character) : character);
                raiseNext = false;
            }
        }

        return cleaned.ToString();
    }

    private static bool EndsInSpelledSign(string name)
    {
        foreach (var sign in SpelledSigns)
        {
            if (name.EndsWith(sign, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAsciiIdentifierPart(char character) => character < 128 && IsIdentifierPart(character);

    private static bool IsIdentifierPart(char character) => character == '_' || char.IsLetterOrDigit(character);

    private static string SpellLeadingDigits(string name)
    {
        var count = 0;
        while (count < name.Length && char.IsDigit(name[count]))
        {
            count++;
        }

        return count == 0 ? name : string.Concat(name.Take(count).Select(digit => Digits[(int)char.GetNumericValue(digit)])) + name.Substring(count);
    }

    private static string SpellSigns(string name)
    {
        var spelled = name.Replace("+", SpelledPlus);
        return name.Length > 0 && name[0] == '-' ? SpelledMinus + spelled.Substring(1) : spelled;
    }

    /// <summary>The name with its first letter in upper case.</summary>
    public static string Raise(string name) => name.Length == 0 || char.ToUpperInvariant(name[0]) == name[0] ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}

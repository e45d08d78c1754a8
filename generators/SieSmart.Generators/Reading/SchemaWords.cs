namespace SieSmart.Generators.Reading;

/// <summary>The words that schemas are made of, and what somebody may have meant by another.</summary>
internal static class SchemaWords
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "title", "description", "type", "format", "enum", "const", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "nullable",
        "properties", "patternProperties", "additionalProperties", "unevaluatedProperties", "propertyNames", "required", "minProperties", "maxProperties",
        "dependencies", "dependentRequired", "dependentSchemas", "items", "prefixItems", "additionalItems", "unevaluatedItems", "contains", "minContains", "maxContains",
        "minItems", "maxItems", "uniqueItems", "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "allOf", "oneOf", "anyOf", "not", "if", "then", "else", "definitions", "discriminator", "xml", "externalDocs", "contentEncoding", "contentMediaType", "contentSchema", "id",
    };

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "string", "number", "integer", "boolean", "array", "object", "null", "file", "any" };

    /// <summary>The keyword that a key of a schema is likely to mean; null where it is one, or where nobody can tell.</summary>
    public static string? MeantBy(string key) =>
        key.Length < 3 || key[0] == '$' || key.StartsWith("x-", StringComparison.OrdinalIgnoreCase) || Keywords.Contains(key) ? null : Nearest(key, Keywords);

    /// <summary>Whether a word names a type.</summary>
    public static bool IsType(string word) => Types.Contains(word);

    /// <summary>The type that a word is likely to mean; null where nobody can tell.</summary>
    public static string? TypeMeantBy(string word) => Nearest(word, Types);

    /// <summary>The known word that differs in nothing but case or one slip of the hand.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) =>
        known.FirstOrDefault(candidate => string.Equals(candidate, word, StringComparison.OrdinalIgnoreCase) || IsOneSlipAway(word, candidate));

    /// <summary>Whether one letter is missing, too many, another one, or has changed places with its neighbour.</summary>
    private static bool IsOneSlipAway(string word, string other)
    {
        if (Math.Abs(word.Length - other.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < word.Length && start < other.Length && word[start] == other[start])
        {
            start++;
        }

        return IsSame(word, start + 1, other, start + 1)
            || IsSame(word, start + 1, other, start)
            || IsSame(word, start, other, start + 1)
            || (start + 1 < word.Length && start + 1 < other.Length && word[start] == other[start + 1] && word[start + 1] == other[start] && IsSame(word, start + 2, other, start + 2));
    }

    private static bool IsSame(string word, int from, string other, int otherFrom) =>
        from <= word.Length && otherFrom <= other.Length && word.Length - from == other.Length - otherFrom && string.CompareOrdinal(word, from, other, otherFrom, word.Length - from) == 0;
}

using SpecDiff.Findings;

namespace SpecDiff.Wire;

/// <summary>What another format means on the wire.</summary>
internal static class Formats
{
    // Formats of text that decide how it is written. All others are the same text with a promise about it.
    private static readonly HashSet<string> Spellings = new(["date", "time", "date-time", "duration", "uuid", "byte", "base64url", "binary"], StringComparer.Ordinal);

    /// <summary>The rule for another format of the same type.</summary>
    public static Rule RuleFor(string types, string? old, string? now, Direction direction)
    {
        var isRequest = direction == Direction.Request;
        if (types is "integer" or "number")
        {
            var isNarrower = Width(types, now) < Width(types, old);
            var isWider = Width(types, now) > Width(types, old);
            return isRequest
                ? isNarrower ? SchemaRules.RequestFormatChanged : SchemaRules.RequestLimitLoosened
                : isWider ? SchemaRules.ResponseFormatChanged : SchemaRules.ResponseFormatHintChanged;
        }

        var isSpelledOtherwise = Spellings.Contains(old ?? "") || Spellings.Contains(now ?? "");
        return isRequest
            ? isSpelledOtherwise ? SchemaRules.RequestFormatChanged : SchemaRules.RequestFormatHintChanged
            : isSpelledOtherwise ? SchemaRules.ResponseFormatChanged : SchemaRules.ResponseFormatHintChanged;
    }

    /// <summary>How much fits in: numbers are written alike in all formats.</summary>
    private static int Width(string types, string? format) => (types, format) switch
    {
        (_, "int8" or "uint8") => 1,
        (_, "int16") => 2,
        (_, "int32") => 3,
        ("integer", "int64") => 4,
        ("integer", _) => 5,
        (_, "float") => 4,
        (_, "double") => 5,
        _ => 6,
    };
}

namespace SpecDiff.Wire;

/// <summary>Types of JSON values, as <see cref="WireSchema.Types"/> lists them.</summary>
internal static class JsonTypes
{
    /// <summary>What a schema without a type may be.</summary>
    public const string Any = "any";

    /// <summary>Whether whatever has one of these types has one of those, too.</summary>
    /// <param name="those">The types that may be more.</param>
    /// <param name="these">The types that may be fewer.</param>
    public static bool Hold(string those, string these)
    {
        var wide = those.Split(" or ");
        return those == Any || these.Split(" or ").All(type =>
            wide.Contains(type, StringComparer.Ordinal) || (type == "integer" && wide.Contains("number", StringComparer.Ordinal)));
    }
}

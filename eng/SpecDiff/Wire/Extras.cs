namespace SpecDiff.Wire;

/// <summary>What is said of properties without a name.</summary>
internal enum Extras
{
    /// <summary>There may be any.</summary>
    Allowed,

    /// <summary>They have a schema.</summary>
    Described,

    /// <summary>There are none.</summary>
    Refused,
}

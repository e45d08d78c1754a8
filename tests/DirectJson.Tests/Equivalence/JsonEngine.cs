namespace DirectJson.Tests.Equivalence;

/// <summary>Who reads and writes JSON.</summary>
public enum JsonEngine
{
    /// <summary>Kiota's own factories.</summary>
    Kiota,

    /// <summary>The direct ones.</summary>
    Direct,
}

namespace SpecDiff.Findings;

/// <summary>Where a change is seen.</summary>
internal enum Side
{
    /// <summary>In the C# of a client that is built from the new document.</summary>
    Code,

    /// <summary>By clients built from the old document that meet a server of the new one.</summary>
    Wire,
}

namespace EndToEnd.Tests.Engines;

/// <summary>What stops a write without an ETag.</summary>
internal static class MissingETag
{
    /// <summary>The error's id: Kiota's method is there, and an analyzer watches it.</summary>
    public const string Error = "SIE1001";

    /// <summary>What the error names.</summary>
    public const string Named = "has no If-Match";
}

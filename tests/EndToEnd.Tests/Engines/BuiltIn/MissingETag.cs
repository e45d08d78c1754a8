namespace EndToEnd.Tests.Engines;

/// <summary>What stops a write without an ETag.</summary>
internal static class MissingETag
{
    /// <summary>The error's id: the method has no form without one.</summary>
    public const string Error = "CS7036";

    /// <summary>What the error names.</summary>
    public const string Named = "'ifMatch'";
}

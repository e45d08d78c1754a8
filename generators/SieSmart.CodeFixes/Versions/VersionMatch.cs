namespace SieSmart.CodeFixes.Versions;

/// <summary>Whether a version is that of the resource that a call writes to.</summary>
internal enum VersionMatch
{
    /// <summary>It is that of something else, or none at all.</summary>
    Foreign,

    /// <summary>Nothing is known of where it comes from.</summary>
    Possible,

    /// <summary>A call returned it that was about the same resource.</summary>
    Certain,
}

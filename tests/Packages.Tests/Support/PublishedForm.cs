namespace Packages.Tests.Support;

/// <summary>What a program is published as.</summary>
public enum PublishedForm
{
    /// <summary>Native code.</summary>
    Native,

    /// <summary>With a .NET of its own that was trimmed.</summary>
    Trimmed,
}

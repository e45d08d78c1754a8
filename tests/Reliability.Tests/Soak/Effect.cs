namespace Reliability.Tests.Soak;

/// <summary>What a worker was told of its write.</summary>
internal enum Effect
{
    /// <summary>It was applied.</summary>
    Applied,

    /// <summary>Nothing was changed.</summary>
    None,

    /// <summary>It may have been applied.</summary>
    Unknown,
}

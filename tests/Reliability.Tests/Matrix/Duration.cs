namespace Reliability.Tests.Matrix;

/// <summary>How long a fault lasts.</summary>
public enum Duration
{
    /// <summary>It happens to the first request.</summary>
    Once,

    /// <summary>It happens to each request.</summary>
    Lasting,
}

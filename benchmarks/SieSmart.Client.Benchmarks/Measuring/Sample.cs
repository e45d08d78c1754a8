namespace SieSmart.Client.Benchmarks.Measuring;

/// <summary>What one call cost in one round.</summary>
/// <param name="Nanoseconds">The time.</param>
/// <param name="Bytes">What was allocated.</param>
internal readonly record struct Sample(double Nanoseconds, double Bytes);

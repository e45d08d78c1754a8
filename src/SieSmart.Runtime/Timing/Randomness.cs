#if !NET8_0_OR_GREATER
using System.Security.Cryptography;
#endif

namespace SieSmart.Runtime;

/// <summary>The source of randomness that waits are spread with, unless another one is given.</summary>
internal static class Randomness
{
    /// <summary>A random number from 0 up to but not including 1. Thread-safe.</summary>
    public static double Next()
    {
#if NET8_0_OR_GREATER
        // Spreads waits; nothing secret depends on it.
#pragma warning disable CA5394
        return Random.Shared.NextDouble();
#pragma warning restore CA5394
#else
        // The only generator here that is thread-safe and differs between processes started at once.
        using var generator = RandomNumberGenerator.Create();
        var bytes = new byte[sizeof(uint)];
        generator.GetBytes(bytes);
        return BitConverter.ToUInt32(bytes, 0) / (uint.MaxValue + 1.0);
#endif
    }
}

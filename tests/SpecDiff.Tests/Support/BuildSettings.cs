using System.Reflection;

namespace SpecDiff.Tests.Support;

/// <summary>What the build tells the tests.</summary>
internal static class BuildSettings
{
    public static string Configuration { get; } = Value("Configuration");

    private static string Value(string key) => typeof(BuildSettings).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!;
}

using System.Reflection;

namespace Packages.Tests.Support;

/// <summary>What the build tells the tests.</summary>
internal static class BuildSettings
{
    public static string RepositoryRoot { get; } = Value("RepositoryRoot");

    public static string Configuration { get; } = Value("Configuration");

    public static string KiotaVersion { get; } = Value("KiotaVersion");

    private static string Value(string key) => typeof(BuildSettings).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!;
}

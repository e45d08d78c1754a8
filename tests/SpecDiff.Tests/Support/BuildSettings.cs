using System.Reflection;

namespace SpecDiff.Tests.Support;

/// <summary>What the build tells the tests.</summary>
internal static class BuildSettings
{
    public static string RepositoryRoot { get; } = Value("RepositoryRoot");

    public static string Configuration { get; } = Value("Configuration");

    /// <summary>The path of a file of the repository.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([RepositoryRoot, .. parts]);

    private static string Value(string key) => typeof(BuildSettings).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!;
}

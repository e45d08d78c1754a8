using System.Reflection;

namespace Packages.Tests.Support;

/// <summary>What the build tells the tests.</summary>
internal static class BuildSettings
{
    public static string RepositoryUrl { get; } = Value("RepositoryUrl");

    public static string VersionPrefix { get; } = Value("VersionPrefix");

    /// <summary>Where this machine keeps the packages that it has.</summary>
    public static string NuGetPackageRoot { get; } = Value("NuGetPackageRoot");

    public static string KiotaVersion { get; } = Value("KiotaVersion");

    public static string PolySharpVersion { get; } = Value("PolySharpVersion");

    /// <summary>The oldest compiler that is promised to load what the packages bring it.</summary>
    public static Version OldestRoslynVersion { get; } = Version.Parse(Value("OldestRoslynVersion"));

    public static string ExtensionsVersion { get; } = Value("ExtensionsVersion");

    private static string Value(string key) => typeof(BuildSettings).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!;
}

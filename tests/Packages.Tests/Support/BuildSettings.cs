using System.Reflection;

namespace Packages.Tests.Support;

/// <summary>What the build tells the tests.</summary>
internal static class BuildSettings
{
    public static string RepositoryRoot { get; } = Value("RepositoryRoot");

    public static string RepositoryUrl { get; } = Value("RepositoryUrl");

    public static string VersionPrefix { get; } = Value("VersionPrefix");

    /// <summary>Where this machine keeps the packages that it has.</summary>
    public static string NuGetPackageRoot { get; } = Value("NuGetPackageRoot");

    public static string KiotaVersion { get; } = Value("KiotaVersion");

    public static string ExtensionsVersion { get; } = Value("ExtensionsVersion");

    private static string Value(string key) => typeof(BuildSettings).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!;
}

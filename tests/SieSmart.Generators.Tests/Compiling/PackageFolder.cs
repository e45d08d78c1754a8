using System.Reflection;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>Packages that the project downloads without referencing them.</summary>
internal static class PackageFolder
{
    private static readonly string[] Frameworks = ["net10.0", "net9.0", "net8.0", "netstandard2.0"];

    public static string OldestRoslynVersion { get; } = Setting(nameof(OldestRoslynVersion));

    public static string NewestRoslynVersion { get; } = Setting(nameof(NewestRoslynVersion));

    public static string OldKiotaVersion { get; } = Setting(nameof(OldKiotaVersion));

    /// <summary>The assembly that a package is there for.</summary>
    public static string AssemblyOf(string package, string version, string assembly)
    {
        var libraries = Path.Combine(Setting("NuGetPackageRoot"), package.ToLowerInvariant(), version, "lib");
        return Frameworks
            .Select(framework => Path.Combine(libraries, framework, assembly + ".dll"))
            .FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"{libraries} holds no {assembly}.dll: restore this project.");
    }

    private static string Setting(string key) => typeof(PackageFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!;
}

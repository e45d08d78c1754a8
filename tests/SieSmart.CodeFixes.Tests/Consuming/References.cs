using Microsoft.CodeAnalysis;

namespace SieSmart.CodeFixes.Tests.Consuming;

/// <summary>What a consumer's project references: the framework, the client and what that brings along; no test framework.</summary>
internal static class References
{
    private static readonly string[] Packages = ["SieSmart.Runtime", "SieSmart.Client", "Microsoft.Kiota.", "Microsoft.Extensions."];

    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsReferenced).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static bool IsReferenced(string path) =>
        Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)
        || Packages.Any(package => Path.GetFileName(path).StartsWith(package, StringComparison.Ordinal));
}

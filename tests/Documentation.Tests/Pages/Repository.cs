using System.Reflection;

namespace Documentation.Tests.Pages;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Folders = ["docs", "samples", "src", "generators", "eng", "spec"];
    private static readonly string[] OutputFolders = ["bin", "obj", "node_modules"];

    private static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => string.Equals(metadata.Key, "RepositoryRoot", StringComparison.Ordinal)).Value!;

    /// <summary>All pages for people, by their paths from the root.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md")
            .Concat(Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories)))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => OutputFolders.Contains(part, StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));
}

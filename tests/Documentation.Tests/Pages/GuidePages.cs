using TestSupport;

namespace Documentation.Tests.Pages;

/// <summary>The pages of the repository.</summary>
internal static class GuidePages
{
    private static readonly string[] Folders = ["docs", "samples", "src", "generators", "eng", "spec"];
    private static readonly string[] OutputFolders = ["bin", "obj", "node_modules"];

    /// <summary>All pages for people, by their paths from the root.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryFiles.Root, "*.md")
            .Concat(Folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryFiles.PathOf(folder), "*.md", SearchOption.AllDirectories)))
            .Select(path => Path.GetRelativePath(RepositoryFiles.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => OutputFolders.Contains(part, StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];
}

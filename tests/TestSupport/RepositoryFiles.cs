using System.Reflection;

namespace TestSupport;

/// <summary>Files of the repository that the tests were built from.</summary>
public static class RepositoryFiles
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = typeof(RepositoryFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => string.Equals(metadata.Key, "RepositoryRoot", StringComparison.Ordinal)).Value!;

    /// <summary>The full path of a file or folder.</summary>
    /// <param name="parts">Its path from the root, in one piece or several.</param>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The text of a file, with line feeds alone at the ends of its lines.</summary>
    /// <param name="path">Its path from the root.</param>
    public static string Read(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    /// <summary>The lines of a file.</summary>
    /// <param name="path">Its path from the root.</param>
    public static string[] ReadLines(string path) => File.ReadAllLines(PathOf(path));

    /// <summary>Whether there is a file or a folder.</summary>
    /// <param name="path">Its path from the root.</param>
    public static bool Has(string path) => Path.Exists(PathOf(path));
}

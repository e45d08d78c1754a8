namespace SieSmart.Analyzers.Tests.Documentation;

/// <summary>Files of this repository.</summary>
internal static class Repository
{
    /// <summary>Where the solution file stands.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The lines of a file.</summary>
    public static string[] ReadLines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SieSmart.Generated.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}

using System.Reflection;
using TestSupport;

namespace Architecture.Tests.Graphs;

/// <summary>The projects of the repository that are held to its rules.</summary>
internal static class Repository
{
    private static readonly string[] Folders = ["src", "generators", "eng"];

    /// <summary>The names of all projects, such as <c>src/SieSmart.Client</c>.</summary>
    public static IEnumerable<string> Projects { get; } =
    [
        .. from folder in Folders
           from file in Directory.EnumerateFiles(RepositoryFiles.PathOf(folder), "*.csproj", SearchOption.AllDirectories)
           orderby file
           select Path.GetRelativePath(RepositoryFiles.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'),
    ];

    /// <summary>The project's assembly, as it was built along with these tests.</summary>
    public static string AssemblyOf(string project)
    {
        var output = RepositoryFiles.PathOf(project, "bin", Configuration);
        var name = Path.GetFileName(project) + ".dll";
        return Directory.Exists(output)
            ? Directory.EnumerateFiles(output, name, SearchOption.AllDirectories).OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault()
                ?? throw new FileNotFoundException($"{project} was not built: there is no {name} below {output}.")
            : throw new DirectoryNotFoundException($"{project} was not built: there is no {output}.");
    }

    private static string Configuration =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => string.Equals(attribute.Key, nameof(Configuration), StringComparison.Ordinal)).Value!;
}

using Mono.Cecil;
using TestSupport;

namespace Architecture.Tests.Graphs;

/// <summary>Which folder of its project a type stands in; none for code that a generator made or that is compiled in from elsewhere.</summary>
internal sealed class SourceFolders
{
    private readonly string _project;
    private readonly ILookup<string, string> _foldersByFileName;

    /// <param name="project">The project's folder, such as <c>src/SieSmart.Client</c>.</param>
    public SourceFolders(string project)
    {
        _project = project;
        var root = RepositoryFiles.PathOf(project);
        _foldersByFileName = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .ToLookup(Path.GetFileNameWithoutExtension, FolderOf)!;
    }

    /// <summary>The folder below the project's, empty for the project's own; null if the type isn't written there.</summary>
    public string? Of(TypeDefinition type)
    {
        var outermost = type;
        while (outermost.DeclaringType is { } declaring)
        {
            outermost = declaring;
        }

        var documents = DocumentsOf(outermost).Distinct().ToList();
        var written = documents.Select(FolderInProject).OfType<string>().Distinct().ToList();
        return written.Count switch
        {
            1 => written[0],
            > 1 => throw new InvalidOperationException($"{outermost.FullName} is written in several folders: {string.Join(", ", written)}."),
            // What has no code has no document, and a type whose methods are all generated only theirs.
            _ => documents.TrueForAll(IsGenerated) ? FolderByName(outermost.Name.Split('`')[0]) : null,
        };
    }

    private static IEnumerable<string> DocumentsOf(TypeDefinition type) =>
        type.Methods
            .Where(method => method.DebugInformation.HasSequencePoints)
            .Select(method => method.DebugInformation.SequencePoints[0].Document.Url.Replace('\\', '/'))
            .Concat(type.NestedTypes.SelectMany(DocumentsOf));

    private static bool IsGenerated(string document) => document.EndsWith(".g.cs", StringComparison.Ordinal) || !Path.IsPathRooted(document);

    private static string FolderOf(string file) => file.Contains('/', StringComparison.Ordinal) ? file[..file.LastIndexOf('/')] : string.Empty;

    private string? FolderInProject(string document)
    {
        // Release builds write paths that begin with /_/ instead of the repository's place.
        var prefix = $"/{_project}/";
        var start = document.LastIndexOf(prefix, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var file = document[(start + prefix.Length)..];
        return file.StartsWith("obj/", StringComparison.Ordinal) || IsGenerated(document) ? null : FolderOf(file);
    }

    private string? FolderByName(string name) => _foldersByFileName[name].Distinct().ToList() is [var folder] ? folder : null;
}

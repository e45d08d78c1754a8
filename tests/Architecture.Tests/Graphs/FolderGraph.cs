using Mono.Cecil;

namespace Architecture.Tests.Graphs;

/// <summary>Which folders of a project need which, by the types in its assembly.</summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<string, Dictionary<string, string>> _edges = new(StringComparer.Ordinal);

    /// <param name="project">The project's folder, such as <c>src/SieSmart.Client</c>.</param>
    public FolderGraph(string project)
    {
        using var module = ModuleDefinition.ReadModule(Repository.AssemblyOf(project), new ReaderParameters { ReadSymbols = true, InMemory = true });
        var sources = new SourceFolders(project);
        var folders = module.Types
            .Select(type => (Type: type, Folder: sources.Of(type)))
            .Where(entry => entry.Folder is not null)
            .ToDictionary(entry => entry.Type.FullName, entry => entry.Folder!, StringComparer.Ordinal);
        foreach (var type in module.Types.Where(type => folders.ContainsKey(type.FullName)))
        {
            foreach (var reference in TypeReferences.Of(type))
            {
                var target = Outermost(reference).FullName;
                if (reference.Scope == module && folders.TryGetValue(target, out var folder))
                {
                    Add(folders[type.FullName], folder, $"{type.Name} -> {Outermost(reference).Name}");
                }
            }
        }
    }

    public IEnumerable<string> Folders => _edges.Keys;

    /// <summary>What in other folders needs something of the project's own, where its parts are put together.</summary>
    public IEnumerable<string> ReferencesToRoot =>
        _edges.Where(from => from.Key.Length > 0 && from.Value.ContainsKey(string.Empty)).Select(from => $"{from.Key}: {from.Value[string.Empty]}");

    /// <summary>Each circle by an example of its arrows.</summary>
    public IEnumerable<string> Circles()
    {
        var reachable = _edges.Keys.ToDictionary(folder => folder, Reach, StringComparer.Ordinal);
        return _edges.Keys
            .Where(folder => reachable[folder].Contains(folder))
            .GroupBy(folder => string.Join(", ", reachable[folder].Where(other => reachable[other].Contains(folder)).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .Select(circle => string.Join(Environment.NewLine, ArrowsWithin([.. circle])));
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } declaring ? Outermost(declaring) : type;

    private void Add(string from, string to, string example)
    {
        if (!_edges.TryGetValue(from, out var targets))
        {
            _edges.Add(from, targets = new Dictionary<string, string>(StringComparer.Ordinal));
        }

        if (!string.Equals(from, to, StringComparison.Ordinal))
        {
            targets.TryAdd(to, example);
        }
    }

    private HashSet<string> Reach(string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var folder))
        {
            foreach (var next in _edges.GetValueOrDefault(folder)?.Keys.Where(reached.Add) ?? [])
            {
                open.Push(next);
            }
        }

        return reached;
    }

    private IEnumerable<string> ArrowsWithin(IReadOnlyCollection<string> circle) =>
        from folder in circle
        from target in _edges[folder]
        where circle.Contains(target.Key, StringComparer.Ordinal)
        orderby folder, target.Key
        select $"  {NameOf(folder)} -> {NameOf(target.Key)}: {target.Value}";

    private static string NameOf(string folder) => folder.Length == 0 ? "(root)" : folder;
}

using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>A file of a document.</summary>
/// <param name="path">Its full path, with slashes.</param>
/// <param name="root">What it holds; null if it can't be read.</param>
internal sealed class DocumentFile(string path, DocumentNode? root)
{
    private Dictionary<string, DocumentNode>? _anchors;

    /// <summary>Its full path, with slashes.</summary>
    public string Path { get; } = path;

    /// <summary>What it holds; null if it can't be read.</summary>
    public DocumentNode? Root { get; } = root;

    /// <summary>Its name without folder and extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>What references in this file lead to, as far as they have been followed.</summary>
    public Dictionary<string, DocumentNode> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>The schema that names itself so, by <c>$anchor</c>, <c>$dynamicAnchor</c> or <c>$id</c>; null if none does.</summary>
    public DocumentNode? Named(string name)
    {
        _anchors ??= FindAnchors();
        return _anchors.TryGetValue(name, out var node) ? node : null;
    }

    private Dictionary<string, DocumentNode> FindAnchors()
    {
        var anchors = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
        var visited = new HashSet<DocumentNode>();
        var open = new Stack<DocumentNode>();
        Visit(Root);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case SequenceNode sequence:
                    foreach (var item in sequence.Items.Reverse())
                    {
                        Visit(item);
                    }

                    break;
                case MappingNode mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        if (entry.Name is "$anchor" or "$dynamicAnchor" or "$id" && entry.Value is ScalarNode { Value: var name } && !anchors.ContainsKey(name))
                        {
                            anchors.Add(name, mapping);
                        }
                    }

                    foreach (var entry in mapping.Entries.Reverse())
                    {
                        Visit(entry.Value);
                    }

                    break;
            }
        }

        return anchors;

        void Visit(DocumentNode? node)
        {
            if (node is not (null or ScalarNode) && visited.Add(node))
            {
                open.Push(node);
            }
        }
    }
}

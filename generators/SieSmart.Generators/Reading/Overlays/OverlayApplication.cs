using System.Collections.Immutable;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.JsonPaths;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.Overlays;

/// <summary>
/// Does what overlays say: each action works on what the one before it left. Only what changes, and what that is part of, is made
/// anew.
/// </summary>
internal static class OverlayApplication
{
    /// <summary>The document with the actions done.</summary>
    public static DocumentNode Apply(DocumentNode document, IEnumerable<OverlayAction> actions, FaultList faults)
    {
        foreach (var action in actions)
        {
            var found = action.Path.Find(new NodeLocation(document, Parent: null, Index: 0));
            if (found.Count == 0)
            {
                faults.Add(DiagnosticRules.UnmatchedAction, action.Position, $"The target '{action.Target}' matches nothing in the document");
            }
            else
            {
                document = new Edit(found, action.Update).Apply(document);
            }
        }

        return document;
    }

    /// <summary>One change of several places.</summary>
    private sealed class Edit
    {
        private readonly DocumentNode? _update;
        private readonly Dictionary<DocumentNode, HashSet<int>> _targets = [];
        private readonly HashSet<DocumentNode> _ancestors = [];
        private readonly bool _isOfRoot;

        public Edit(IReadOnlyList<NodeLocation> locations, DocumentNode? update)
        {
            _update = update;
            foreach (var location in locations)
            {
                if (location.Parent is not { } parent)
                {
                    _isOfRoot = true;
                    continue;
                }

                (_targets.TryGetValue(parent.Node, out var known) ? known : _targets[parent.Node] = []).Add(location.Index);
                for (var ancestor = parent; ancestor is not null && _ancestors.Add(ancestor.Node); ancestor = ancestor.Parent)
                {
                }
            }
        }

        public DocumentNode Apply(DocumentNode root)
        {
            var changed = Inner(root);
            return _isOfRoot && _update is not null ? Merged(changed, _update) : changed;
        }

        private DocumentNode Inner(DocumentNode node)
        {
            if (!_ancestors.Contains(node))
            {
                return node;
            }

            switch (node)
            {
                case MappingNode mapping:
                    return new MappingNode(mapping.Position, Children(mapping.Entries, node, entry => entry.Value, (entry, value) => entry with { Value = value }));
                case SequenceNode sequence:
                    return new SequenceNode(sequence.Position, Children(sequence.Items, node, item => item, (_, value) => value));
                default:
                    return node;
            }
        }

        private ImmutableArray<T> Children<T>(ImmutableArray<T> children, DocumentNode parent, Func<T, DocumentNode> valueOf, Func<T, DocumentNode, T> with)
        {
            _targets.TryGetValue(parent, out var targets);
            var changed = ImmutableArray.CreateBuilder<T>(children.Length);
            for (var index = 0; index < children.Length; index++)
            {
                var isTarget = targets?.Contains(index) == true;
                if (isTarget && _update is null)
                {
                    continue;
                }

                var value = Inner(valueOf(children[index]));
                changed.Add(with(children[index], isTarget ? Merged(value, _update!) : value));
            }

            return changed.ToImmutable();
        }
    }

    /// <summary>A value with another merged into it: mappings key by key, lists by what is added, and all else by what comes last.</summary>
    private static DocumentNode Merged(DocumentNode value, DocumentNode update) => (value, update) switch
    {
        (MappingNode mapping, MappingNode changes) => Merged(mapping, changes),
        (SequenceNode list, SequenceNode more) => new SequenceNode(list.Position, list.Items.AddRange(more.Items)),
        (SequenceNode list, _) => new SequenceNode(list.Position, list.Items.Add(update)),
        _ => update,
    };

    private static MappingNode Merged(MappingNode mapping, MappingNode changes)
    {
        var entries = mapping.Entries.Select(entry => changes[entry.Name] is { } change ? entry with { Value = Merged(entry.Value, change) } : entry);
        return new MappingNode(mapping.Position, [.. entries, .. changes.Entries.Where(entry => mapping[entry.Name] is null)]);
    }
}

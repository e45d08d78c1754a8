using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.JsonPaths;

/// <summary>A node and the way to it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Parent">What it is part of; null for the root.</param>
/// <param name="Index">Its place among the parent's entries or items.</param>
internal sealed record NodeLocation(DocumentNode Node, NodeLocation? Parent, int Index)
{
    /// <summary>The values of a mapping, or the items of a list.</summary>
    public IEnumerable<NodeLocation> Children() => Node switch
    {
        MappingNode mapping => mapping.Entries.Select((entry, index) => new NodeLocation(entry.Value, this, index)),
        SequenceNode sequence => sequence.Items.Select((item, index) => new NodeLocation(item, this, index)),
        _ => [],
    };

    /// <summary>The value of a key; null if there is none.</summary>
    public NodeLocation? Child(string name)
    {
        if (Node is MappingNode mapping)
        {
            for (var index = 0; index < mapping.Entries.Length; index++)
            {
                if (string.Equals(mapping.Entries[index].Name, name, StringComparison.Ordinal))
                {
                    return new NodeLocation(mapping.Entries[index].Value, this, index);
                }
            }
        }

        return null;
    }

    /// <summary>An item of a list, counted from its end if the index is negative; null if there is none.</summary>
    public NodeLocation? Child(int index)
    {
        if (Node is not SequenceNode sequence)
        {
            return null;
        }

        var found = index < 0 ? sequence.Items.Length + index : index;
        return found >= 0 && found < sequence.Items.Length ? new NodeLocation(sequence.Items[found], this, found) : null;
    }

    /// <summary>It and everything in it, the outer before the inner.</summary>
    public IEnumerable<NodeLocation> DescendantsAndSelf()
    {
        var open = new Stack<NodeLocation>([this]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            yield return next;
            foreach (var child in next.Children().Reverse())
            {
                open.Push(child);
            }
        }
    }
}

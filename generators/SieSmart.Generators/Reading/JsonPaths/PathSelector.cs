namespace SieSmart.Generators.Reading.JsonPaths;

/// <summary>Selects children of a node.</summary>
internal abstract record PathSelector
{
    private PathSelector()
    {
    }

    /// <summary>The children that it selects.</summary>
    public abstract IEnumerable<NodeLocation> Select(NodeLocation parent, NodeLocation root);

    /// <summary>The value of a key.</summary>
    public sealed record OfName(string Name) : PathSelector
    {
        /// <inheritdoc/>
        public override IEnumerable<NodeLocation> Select(NodeLocation parent, NodeLocation root) => parent.Child(Name) is { } child ? [child] : [];
    }

    /// <summary>An item of a list.</summary>
    public sealed record OfIndex(int Index) : PathSelector
    {
        /// <inheritdoc/>
        public override IEnumerable<NodeLocation> Select(NodeLocation parent, NodeLocation root) => parent.Child(Index) is { } child ? [child] : [];
    }

    /// <summary>All children.</summary>
    public sealed record OfAll : PathSelector
    {
        /// <inheritdoc/>
        public override IEnumerable<NodeLocation> Select(NodeLocation parent, NodeLocation root) => parent.Children();
    }

    /// <summary>The items of a list from one index to before another.</summary>
    public sealed record OfSlice(int? Start, int? End, int Step) : PathSelector
    {
        /// <inheritdoc/>
        public override IEnumerable<NodeLocation> Select(NodeLocation parent, NodeLocation root)
        {
            if (parent.Node is not Syntax.SequenceNode { Items.Length: var length } || Step == 0)
            {
                return [];
            }

            var start = Bound(Start ?? (Step > 0 ? 0 : length - 1), length);
            var end = End is { } said ? Bound(said, length) : Step > 0 ? length : -1;
            return Indexes(start, end, length).Select(index => parent.Child(index)!);
        }

        private static int Bound(int index, int length) => Math.Max(-1, Math.Min(index < 0 ? length + index : index, length));

        private IEnumerable<int> Indexes(int start, int end, int length)
        {
            for (var index = start; Step > 0 ? index < end : index > end; index += Step)
            {
                if (index >= 0 && index < length)
                {
                    yield return index;
                }
            }
        }
    }

    /// <summary>The children for which a condition holds.</summary>
    public sealed record OfCondition(PathCondition Condition) : PathSelector
    {
        /// <inheritdoc/>
        public override IEnumerable<NodeLocation> Select(NodeLocation parent, NodeLocation root) => parent.Children().Where(child => Condition.Holds(child, root));
    }
}

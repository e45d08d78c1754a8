namespace SieSmart.Generators.Reading.JsonPaths;

/// <summary>A condition of a filter.</summary>
internal abstract record PathCondition
{
    private PathCondition()
    {
    }

    /// <summary>Whether it holds for a node.</summary>
    public abstract bool Holds(NodeLocation current, NodeLocation root);

    /// <summary>Both conditions.</summary>
    public sealed record And(PathCondition Left, PathCondition Right) : PathCondition
    {
        /// <inheritdoc/>
        public override bool Holds(NodeLocation current, NodeLocation root) => Left.Holds(current, root) && Right.Holds(current, root);
    }

    /// <summary>One of two conditions.</summary>
    public sealed record Or(PathCondition Left, PathCondition Right) : PathCondition
    {
        /// <inheritdoc/>
        public override bool Holds(NodeLocation current, NodeLocation root) => Left.Holds(current, root) || Right.Holds(current, root);
    }

    /// <summary>The opposite of a condition.</summary>
    public sealed record Not(PathCondition Inner) : PathCondition
    {
        /// <inheritdoc/>
        public override bool Holds(NodeLocation current, NodeLocation root) => !Inner.Holds(current, root);
    }

    /// <summary>Whether a query finds anything.</summary>
    public sealed record Exists(PathOperand Operand) : PathCondition
    {
        /// <inheritdoc/>
        public override bool Holds(NodeLocation current, NodeLocation root) => Operand.Find(current, root) is not null;
    }

    /// <summary>How two values compare.</summary>
    public sealed record Comparison(PathOperand Left, PathComparison Operator, PathOperand Right) : PathCondition
    {
        /// <inheritdoc/>
        public override bool Holds(NodeLocation current, NodeLocation root)
        {
            var left = PathValue.Of(Left.Find(current, root));
            var right = PathValue.Of(Right.Find(current, root));
            return Operator switch
            {
                PathComparison.Equal => left == right,
                PathComparison.NotEqual => left != right,
                PathComparison.Less => left.OrderTo(right) < 0,
                PathComparison.LessOrEqual => left == right || left.OrderTo(right) < 0,
                PathComparison.Greater => left.OrderTo(right) > 0,
                _ => left == right || left.OrderTo(right) > 0,
            };
        }
    }
}

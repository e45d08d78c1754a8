using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SieSmart.Analyzers.Flow;

/// <summary>Blocks that run again and again.</summary>
internal sealed class FlowLoop(FlowGraph graph, int head, HashSet<int> blocks)
{
    /// <summary>The blocks; all ways into them lead over the first one that runs.</summary>
    public HashSet<int> Blocks { get; } = blocks;

    /// <summary>Whether each round runs a block, and success of what it does does not end the loop.</summary>
    /// <remarks>A loop that ends by counting or by running out of elements goes on, whatever its body did; of any other that is unknown.</remarks>
    public bool AlwaysRepeats(int block) => RunsInEachRound(block) && Blocks.All(StaysUnlessExhausted);

    private bool RunsInEachRound(int block)
    {
        if (block == head)
        {
            return true;
        }

        var seen = new HashSet<int>();
        var open = new Stack<int>([head]);
        while (open.Count > 0)
        {
            foreach (var next in graph.Successors(open.Pop()).Where(next => next != block && Blocks.Contains(next)))
            {
                if (next == head)
                {
                    return false;
                }

                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return true;
    }

    private bool StaysUnlessExhausted(int ordinal)
    {
        var block = graph.Graph.Blocks[ordinal];
        return graph.Successors(ordinal).All(Blocks.Contains)
            || (block.BranchValue is { } condition && block.ConditionalSuccessor is not null && (IsMoveNext(condition) || IsCount(condition)));
    }

    private static bool IsMoveNext(IOperation condition) => condition switch
    {
        IAwaitOperation { IsImplicit: true } await => IsMoveNext(await.Operation),
        IConversionOperation conversion => IsMoveNext(conversion.Operand),
        IInvocationOperation { IsImplicit: true, TargetMethod.Name: "MoveNext" or "MoveNextAsync" } => true,
        _ => false,
    };

    private bool IsCount(IOperation condition) =>
        condition is IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
        } comparison
        && IsSteady(comparison.LeftOperand)
        && IsSteady(comparison.RightOperand);

    // A counter that the body sets is a way to end the loop.
    private bool IsSteady(IOperation operand) =>
        operand is ILocalReferenceOperation { Local: var local }
            ? !Blocks.SelectMany(block => graph.Graph.Blocks[block].Operations).SelectMany(operation => operation.DescendantsAndSelf())
                .Any(operation => operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }
                    && SymbolEqualityComparer.Default.Equals(target.Local, local))
            : operand.ConstantValue.HasValue || operand is IParameterReferenceOperation || operand is IPropertyReferenceOperation { Property.Name: "Length" or "Count" };
}

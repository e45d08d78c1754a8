using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SieSmart.Analyzers.Flow.Graphs;

/// <summary>Blocks that run again and again.</summary>
internal sealed class FlowLoop(FlowGraph graph, int head, HashSet<int> blocks)
{
    /// <summary>The block that runs first.</summary>
    public int Head { get; } = head;

    /// <summary>The blocks; all ways into them lead over the first one that runs.</summary>
    public HashSet<int> Blocks { get; } = blocks;

    /// <summary>Whether each round runs a block, and success of what it does does not end the loop.</summary>
    /// <remarks>A loop that ends by counting or by running out of elements goes on, whatever its body did; of any other that is unknown.</remarks>
    public bool AlwaysRepeats(int block) => RunsInEachRound(block) && Blocks.All(StaysUnlessExhausted);

    private bool RunsInEachRound(int block)
    {
        if (block == Head)
        {
            return true;
        }

        var seen = new HashSet<int>();
        var open = new Stack<int>([Head]);
        while (open.Count > 0)
        {
            foreach (var next in graph.Successors(open.Pop()).Where(next => next != block && Blocks.Contains(next)))
            {
                if (next == Head)
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
            || (block.BranchValue is { } condition && block.ConditionalSuccessor is not null && (IsExhaustion(condition) || IsCount(condition)));
    }

    // What asks for the next element, or whether to go on at all, and not how the last round went.
    private static bool IsExhaustion(IOperation condition) => condition switch
    {
        IAwaitOperation await => IsExhaustion(await.Operation),
        IConversionOperation conversion => IsExhaustion(conversion.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation => IsExhaustion(negation.Operand),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } awaitable } => IsExhaustion(awaitable),
        IInvocationOperation
        {
            TargetMethod.Name: "MoveNext" or "MoveNextAsync" or "Read" or "ReadAsync" or "TryDequeue" or "TryPop" or "TryTake" or "TryRead"
                or "WaitToReadAsync" or "WaitForNextTickAsync",
        } => true,
        IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } => true,
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

    // A counter that the body sets is a way to end the loop; one that it counts with isn't.
    private bool IsSteady(IOperation operand) => operand switch
    {
        IConversionOperation conversion => IsSteady(conversion.Operand),
        IIncrementOrDecrementOperation step => Variable(step.Target) is not null && IsSteady(step.Target),
        IPropertyReferenceOperation property => property.Property.Name is "Length" or "Count",
        _ => operand.ConstantValue.HasValue || (Variable(operand) is { } variable && !IsSet(variable)),
    };

    private bool IsSet(ISymbol variable)
    {
        var operations = Blocks.SelectMany(block => graph.Graph.Blocks[block].Operations).SelectMany(operation => operation.DescendantsAndSelf()).ToList();

        // Where the value is a choice, the compiler puts the variable aside while it makes it.
        var asides = new HashSet<CaptureId>(operations.OfType<IFlowCaptureOperation>().Where(capture => Is(capture.Value)).Select(capture => capture.Id));
        return operations.Any(operation => operation switch
        {
            ISimpleAssignmentOperation { Target: IFlowCaptureReferenceOperation aside } => asides.Contains(aside.Id),
            ISimpleAssignmentOperation assignment => Is(assignment.Target) && !IsStep(assignment.Value, variable),
            IDeconstructionAssignmentOperation deconstruction => deconstruction.Target.DescendantsAndSelf().Any(Is),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Is(argument.Value),
            _ => false,
        });

        bool Is(IOperation operand) => SymbolEqualityComparer.Default.Equals(Variable(operand), variable);
    }

    private static bool IsStep(IOperation value, ISymbol counter) =>
        value is IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract,
            LeftOperand: var last,
            RightOperand.ConstantValue.HasValue: true,
        }
        && SymbolEqualityComparer.Default.Equals(Variable(last), counter);

    private static ISymbol? Variable(IOperation operand) => operand switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Flow.Graphs;
using SieSmart.Analyzers.Flow.States;
using SieSmart.Analyzers.Flow.Values;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Tells what lambdas and local functions certainly write, so that a second call is seen as a second write.</summary>
internal sealed class FunctionWrites(RuntimeSymbols symbols, WorkBudget budget, CancellationToken cancellationToken)
{
    private readonly Dictionary<ISymbol, FunctionWrite?> _known = new(SymbolEqualityComparer.Default);

    private int _depth;

    /// <summary>The first guarded write that each call of a function makes; null if there is none, or it can't be told from outside.</summary>
    /// <param name="caller">The function in which the call stands.</param>
    /// <param name="function">What is called.</param>
    public FunctionWrite? Of(FlowFunction caller, FunctionValue function)
    {
        if (_known.TryGetValue(function.Function, out var known) || _depth == WorkBudget.MaxCalls)
        {
            return known;
        }

        // A function that calls itself finds nothing while it is looked at.
        _known.Add(function.Function, value: null);
        _depth++;
        var write = Find(caller, function);
        _depth--;
        _known[function.Function] = write;
        return write;
    }

    private FunctionWrite? Find(FlowFunction caller, FunctionValue value)
    {
        var body = value.Lambda is { } lambda
            ? caller.Graph.GetAnonymousFunctionControlFlowGraphInScope(lambda, cancellationToken)
            : caller.Graph.GetLocalFunctionControlFlowGraphInScope(value.Function, cancellationToken);
        if (body.Blocks.Length > WorkBudget.MaxBlocks)
        {
            return null;
        }

        var function = new FlowFunction(body, caller.Uses, FlowState.Empty.Disturb(), value.Function, IsRepeated: false);
        var graph = new FlowGraph(body, symbols);
        var found = new List<GuardedCall>();
        var interpreter = new Interpreter(function, graph, symbols, this, budget);
        if (new FlowSolver(function, graph, interpreter, budget, cancellationToken).Solve() is not { } states
            || states[body.Blocks.Length - 1] is not { } end)
        {
            return null;
        }

        interpreter.Tell(new Collector(found));
        foreach (var block in body.Blocks)
        {
            var state = states[block.Ordinal];
            foreach (var operation in state is null ? [] : FlowGraph.Operations(block))
            {
                state = interpreter.Run(operation, state!, block.Ordinal);
            }
        }

        return found
            .Where(call => end.Writes.TryGetValue(call.Invocation, out var write)
                && write.IsCertain
                && (!write.IsInFlight || IsReturned(call.Invocation, function))
                && write.ETag.Equals(call.ETag)
                && Equals(write.Identity, call.Identity))
            .Where(call => !call.ETag.Any(IsOwn) && call.Identity?.Any(IsOwn) == false)
            .OrderBy(call => call.Invocation.Syntax.SpanStart)
            .Select(call => new FunctionWrite(value.Function, call.Method, call.Argument, call.ETag, call.Identity!))
            .FirstOrDefault();
    }

    // What only the function itself knows.
    private static bool IsOwn(Value value) => value is SiteValue or MergeValue or UnknownValue or TaskValue or GroupValue or FunctionValue;

    // A task that nobody waits for may fail unseen, unless the caller gets it.
    private static bool IsReturned(IOperation write, FlowFunction function) =>
        function.Symbol is IMethodSymbol { IsAsync: false, ReturnsVoid: false }
        && function.Graph.Blocks
            .Where(block => block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            .All(block => ReferenceEquals(Bare(block.BranchValue), write));

    private static IOperation? Bare(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => Bare(conversion.Operand),
        IParenthesizedOperation parenthesized => Bare(parenthesized.Operand),
        _ => operation,
    };

    private sealed class Collector(List<GuardedCall> calls) : IGuardedCallObserver
    {
        public void Observe(GuardedCall call, FlowState before) => calls.Add(call);
    }
}

using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow;

/// <summary>Follows all ways through a function and the functions in it, and tells of its guarded calls.</summary>
internal sealed class FunctionAnalysis(RuntimeSymbols symbols, Func<FlowFunction, FlowGraph, IGuardedCallObserver> observe, CancellationToken cancellationToken)
{
    // Beyond these a function is generated, or nobody's idea of one; silence costs less than the time.
    private const int MaxBlocks = 2_000;
    private const int MaxVisits = 50;

    /// <summary>Analyzes a function and the lambdas and local functions in it.</summary>
    public void Run(FlowFunction function)
    {
        if (function.Graph.Blocks.Length > MaxBlocks)
        {
            return;
        }

        var graph = new FlowGraph(function.Graph, symbols);
        var interpreter = new Interpreter(function, graph, symbols);
        if (Solve(function, graph, interpreter) is not { } states)
        {
            return;
        }

        var lambdas = new List<(IFlowAnonymousFunctionOperation Lambda, FlowState State)>();
        interpreter.Observer = observe(function, graph);
        interpreter.LambdaFound = (lambda, state) => lambdas.Add((lambda, state));
        foreach (var block in function.Graph.Blocks)
        {
            var state = states[block.Ordinal];
            foreach (var operation in state is null ? [] : FlowGraph.Operations(block))
            {
                state = interpreter.Run(operation, state!, block.Ordinal);
            }
        }

        foreach (var (lambda, state) in lambdas)
        {
            var body = function.Graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken);
            Run(new FlowFunction(body, function.Uses, function.EntryOfNested(state), lambda.Symbol, IsCalledForEach(lambda)));
        }

        foreach (var local in function.Graph.LocalFunctions)
        {
            var body = function.Graph.GetLocalFunctionControlFlowGraph(local, cancellationToken);
            Run(new FlowFunction(body, function.Uses, function.EntryOfNested(FlowState.Empty), local, IsRepeated: false));
        }
    }

    private FlowState?[]? Solve(FlowFunction function, FlowGraph graph, Interpreter interpreter)
    {
        var blocks = function.Graph.Blocks;
        var states = new FlowState?[blocks.Length];
        var visits = new int[blocks.Length];
        var open = new SortedSet<int> { 0 };
        states[0] = function.Entry;
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ordinal = open.Min;
            open.Remove(ordinal);
            if (++visits[ordinal] > MaxVisits)
            {
                return null;
            }

            var state = states[ordinal]!;
            var handlers = FlowGraph.Handlers(blocks[ordinal]).ToList();
            FlowState? handled = null;
            foreach (var operation in FlowGraph.Operations(blocks[ordinal]))
            {
                if (!ReferenceEquals(state, handled))
                {
                    handlers.ForEach(handler => Flow(handler, state.WithoutFlights()));
                    handled = state;
                }

                state = interpreter.Run(operation, state, ordinal);
            }

            foreach (var next in graph.Successors(ordinal))
            {
                Flow(next, state);
            }
        }

        return states;

        void Flow(int block, FlowState incoming)
        {
            var joined = states[block]?.Join(incoming, block) ?? incoming;
            if (!ReferenceEquals(joined, states[block]))
            {
                states[block] = joined;
                open.Add(block);
            }
        }
    }

    // Projections and parallel loops call a lambda for each element without waiting for the call before.
    private static bool IsCalledForEach(IFlowAnonymousFunctionOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        return parent is IInvocationOperation { TargetMethod: { ContainingType: { } type } method }
            && (type.ToDisplayString(), method.Name) is ("System.Linq.Enumerable", "Select") or ("System.Threading.Tasks.Parallel", "ForEachAsync" or "ForEach" or "ForAsync" or "For");
    }
}

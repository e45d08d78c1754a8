using Microsoft.CodeAnalysis.FlowAnalysis;
using SieSmart.Analyzers.Flow.Evaluation;
using SieSmart.Analyzers.Flow.Graphs;
using SieSmart.Analyzers.Flow.States;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow;

/// <summary>Follows all ways through a function and the functions in it, and tells of its guarded calls.</summary>
internal sealed class FunctionAnalysis(RuntimeSymbols symbols, Func<FlowFunction, FlowGraph, IGuardedCallObserver> observe, CancellationToken cancellationToken)
{
    private readonly WorkBudget _budget = new();

    /// <summary>Analyzes a function and the lambdas and local functions in it.</summary>
    public void Run(FlowFunction function) => Run(function, new FunctionWrites(symbols, _budget, cancellationToken));

    private void Run(FlowFunction function, FunctionWrites writes)
    {
        if (function.Graph.Blocks.Length > WorkBudget.MaxBlocks || _budget.IsSpent)
        {
            return;
        }

        var graph = new FlowGraph(function.Graph, symbols);
        var interpreter = new Interpreter(function, graph, symbols, writes, _budget);
        if (new FlowSolver(function, graph, interpreter, _budget, cancellationToken).Solve() is not { } states)
        {
            return;
        }

        var lambdas = new List<(IFlowAnonymousFunctionOperation Lambda, FlowState State)>();
        interpreter.Tell(observe(function, graph));
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
            Run(new FlowFunction(body, function.Uses, function.EntryOfNested(state), lambda.Symbol, Projection.IsCalledForEach(lambda)), writes);
        }

        foreach (var local in function.Graph.LocalFunctions)
        {
            var body = function.Graph.GetLocalFunctionControlFlowGraph(local, cancellationToken);
            Run(new FlowFunction(body, function.Uses, function.EntryOfNested(FlowState.Empty), local, IsRepeated: false), writes);
        }
    }
}

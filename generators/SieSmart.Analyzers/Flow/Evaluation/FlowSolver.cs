using Microsoft.CodeAnalysis.FlowAnalysis;
using SieSmart.Analyzers.Flow.Graphs;
using SieSmart.Analyzers.Flow.States;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Finds out what is known at the beginning of each block of a function, on whichever way it is reached.</summary>
internal sealed class FlowSolver(FlowFunction function, FlowGraph graph, Interpreter interpreter, WorkBudget budget, CancellationToken cancellationToken)
{
    private readonly FlowState?[] _states = new FlowState?[function.Graph.Blocks.Length];

    // What each way into a block leaves, by the block where it begins. Kept apart, so that a way which is looked at again
    // replaces what it left the first time, and doesn't meet it.
    private readonly SortedDictionary<int, FlowState>[] _ways = [.. function.Graph.Blocks.Select(_ => new SortedDictionary<int, FlowState>())];

    private readonly SortedSet<int> _open = [0];

    /// <summary>What is known at the beginning of each block, null for those that are never reached; null if it takes too long to tell.</summary>
    public FlowState?[]? Solve()
    {
        var visits = new int[_states.Length];
        while (_open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ordinal = _open.Min;
            _open.Remove(ordinal);
            if (++visits[ordinal] > WorkBudget.MaxVisits || budget.IsSpent)
            {
                return null;
            }

            var state = Meet(ordinal);
            if (_states[ordinal]?.Matches(state) != true)
            {
                _states[ordinal] = state;
                Leave(function.Graph.Blocks[ordinal], state);
            }
        }

        return budget.IsSpent ? null : _states;
    }

    private FlowState Meet(int block)
    {
        var met = block == 0 ? function.Entry : null;
        foreach (var way in _ways[block].Values)
        {
            budget.Spend(way.Size);
            met = met?.Join(way, block) ?? (_ways[block].Count > 1 ? way.MeetAnew(block) : way);
        }

        return met!;
    }

    private void Leave(BasicBlock block, FlowState state)
    {
        var handlers = FlowGraph.Handlers(block).ToList();
        FlowState? thrown = null;
        FlowState? last = null;
        foreach (var operation in FlowGraph.Operations(block))
        {
            if (handlers.Count > 0 && !ReferenceEquals(state, last))
            {
                budget.Spend(state.Size);
                thrown = thrown?.Join(state.WithoutFlights(), handlers[0]) ?? state.WithoutFlights();
                last = state;
            }

            state = interpreter.Run(operation, state, block.Ordinal);
        }

        if (thrown is not null)
        {
            handlers.ForEach(handler => Flow(block.Ordinal, handler, thrown));
        }

        foreach (var next in graph.Successors(block.Ordinal))
        {
            Flow(block.Ordinal, next, state);
        }
    }

    private void Flow(int from, int to, FlowState state)
    {
        if (!_ways[to].TryGetValue(from, out var known) || !known.Matches(state))
        {
            _ways[to][from] = state;
            _open.Add(to);
        }
    }
}

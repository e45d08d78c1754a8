using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SieSmart.Analyzers.Flow.States;
using SieSmart.Analyzers.Flow.Values;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>A function whose flow is looked at: a member's body, a lambda or a local function.</summary>
/// <param name="Graph">Its ways.</param>
/// <param name="Uses">Who writes to the variables around it.</param>
/// <param name="Entry">What is known when it is entered.</param>
/// <param name="Symbol">The function itself.</param>
/// <param name="IsRepeated">Whether it is certainly called once for each of many elements, and all at once.</param>
internal sealed record FlowFunction(ControlFlowGraph Graph, VariableUses Uses, FlowState Entry, ISymbol Symbol, bool IsRepeated)
{
    /// <summary>What is known of variables that never change, and nothing else: a nested function may be called at any time.</summary>
    public FlowState EntryOfNested(FlowState state) => FlowState.Empty with
    {
        Values = state.Values
            .Where(entry => entry.Key is VariableStorage variable && Uses.IsConstant(variable.Symbol))
            .ToImmutableDictionary(entry => entry.Key, entry => entry.Value),
        Calls = state.Calls,
        IsDisturbed = true,
    };
}

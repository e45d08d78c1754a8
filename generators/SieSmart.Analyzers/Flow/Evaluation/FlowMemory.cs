using Microsoft.CodeAnalysis;
using SieSmart.Analyzers.Flow.Graphs;
using SieSmart.Analyzers.Flow.States;
using SieSmart.Analyzers.Flow.Values;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>What is known while the operations of a block are looked at, one after the other.</summary>
internal sealed class FlowMemory(FlowGraph graph)
{
    // Most of what expressions come to is never kept; forgetting it would mean to search the state for nothing.
    private readonly HashSet<IOperation> _kept = [];

    /// <summary>What is known now.</summary>
    public FlowState State { get; set; } = FlowState.Empty;

    /// <summary>The block that is looked at.</summary>
    public int Block { get; private set; }

    /// <summary>Begins with an operation.</summary>
    public void Begin(FlowState before, int block) => (State, Block) = (before, block);

    /// <summary>What an expression comes to, of which nothing is known but where it stands.</summary>
    public SiteValue Site(IOperation operation)
    {
        if (graph.IsRepeated(Block) && _kept.Contains(operation))
        {
            State = State.Renew(operation);
        }

        return new SiteValue(operation);
    }

    /// <summary>Notes that what an expression came to is remembered.</summary>
    public void Keep(IOperation site) => _kept.Add(site);

    /// <summary>Notes that a value is remembered.</summary>
    public void Keep(Value value) => value.Any(Note);

    /// <summary>Notes that the name of a resource is remembered.</summary>
    public void Keep(ResourceIdentity? identity) => identity?.Any(Note);

    /// <summary>Puts a value into a place.</summary>
    public void Store(Storage storage, Value value)
    {
        var kept = Bound(value);
        Keep(kept);
        State = State.Set(storage, kept);
    }

    /// <summary>Puts a value into a field or property.</summary>
    public void Store(MemberValue member, Value value)
    {
        if (member.Size > WorkBudget.MaxValueSize)
        {
            return;
        }

        var kept = Bound(value);
        Keep(member);
        Keep(kept);
        State = State.SetMember(member, kept);
    }

    // Values are compared and searched again and again.
    private static Value Bound(Value value) => value.Size > WorkBudget.MaxValueSize ? UnknownValue.Instance : value;

    private bool Note(Value value)
    {
        if (value is SiteValue evaluated)
        {
            _kept.Add(evaluated.Site);
        }

        return false;
    }
}

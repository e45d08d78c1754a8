using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SieSmart.Analyzers.Flow.Values;

namespace SieSmart.Analyzers.Flow;

/// <summary>All that is known at one point of a function. Immutable.</summary>
internal sealed record FlowState
{
    /// <summary>Nothing was done yet.</summary>
    public static FlowState Empty { get; } = new();

    /// <summary>What variables and members hold, as far as that differs from <see cref="Initial"/>.</summary>
    public ImmutableDictionary<Storage, Value> Values { get; init; } = ImmutableDictionary<Storage, Value>.Empty;

    /// <summary>The calls whose results carry a version.</summary>
    public ImmutableDictionary<IOperation, VersionedCall> Calls { get; init; } = ImmutableDictionary<IOperation, VersionedCall>.Empty;

    /// <summary>The guarded writes.</summary>
    public ImmutableDictionary<IOperation, PastWrite> Writes { get; init; } = ImmutableDictionary<IOperation, PastWrite>.Empty;

    /// <summary>Whether code was called that can have changed any member of any object.</summary>
    public bool IsDisturbed { get; init; }

    /// <summary>The objects that were handed to code which can have changed their members.</summary>
    public ImmutableHashSet<Value> Disturbed { get; init; } = ImmutableHashSet<Value>.Empty;

    /// <summary>What a place holds.</summary>
    public Value Get(Storage storage) => Values.TryGetValue(storage, out var value) ? value : Initial(storage);

    /// <summary>The state after a place got a value.</summary>
    public FlowState Set(Storage storage, Value value) => this with { Values = Values.SetItem(storage, value) };

    /// <summary>The state after a member got a value: the same member of other objects may have changed along, since two may be one.</summary>
    public FlowState SetMember(MemberValue member, Value value)
    {
        var values = Values;
        foreach (var storage in values.Keys)
        {
            if (storage is MemberStorage other && SymbolEqualityComparer.Default.Equals(other.Member.Member, member.Member))
            {
                values = values.SetItem(storage, UnknownValue.Instance);
            }
        }

        return this with { Values = values.SetItem(new MemberStorage(member), value) };
    }

    /// <summary>The state after code ran that can change any member of any object.</summary>
    public FlowState Disturb() => this with { Values = WithoutMembers(_ => true), IsDisturbed = true };

    /// <summary>The state after code ran that can change the members of one object.</summary>
    public FlowState Disturb(Value instance) => this with
    {
        Values = WithoutMembers(member => Equals(member.Instance, instance)),
        Disturbed = Disturbed.Add(instance),
    };

    /// <summary>The state when an expression is evaluated anew: what it came to before has no name any more.</summary>
    public FlowState Renew(IOperation site)
    {
        var state = Forget(value => value is SiteValue evaluated && ReferenceEquals(evaluated.Site, site));
        return state.Calls.ContainsKey(site) ? state with { Calls = state.Calls.Remove(site) } : state;
    }

    /// <summary>The state in which nobody has waited for what is still in flight, so that it may have failed.</summary>
    public FlowState WithoutFlights() =>
        Writes.Any(write => write.Value.IsInFlight)
            ? this with { Writes = Writes.RemoveRange(Writes.Where(write => write.Value.IsInFlight).Select(write => write.Key)) }
            : this;

    /// <summary>What is known where this way and another one meet; this very state if the other way adds no doubt.</summary>
    public FlowState Join(FlowState incoming, int block)
    {
        if (ReferenceEquals(this, incoming))
        {
            return this;
        }

        // Where ways meet anew, what they left in a variable before has no name any more.
        var other = incoming.Forget(value => value is MergeValue merge && merge.Block == block);
        var values = JoinValues(other, block);
        var calls = JoinCalls(other);
        var writes = JoinWrites(other);
        var disturbed = other.Disturbed.IsSubsetOf(Disturbed) ? Disturbed : Disturbed.Union(other.Disturbed);
        return ReferenceEquals(values, Values) && ReferenceEquals(calls, Calls) && ReferenceEquals(writes, Writes)
            && ReferenceEquals(disturbed, Disturbed) && IsDisturbed == (IsDisturbed || other.IsDisturbed)
            ? this
            : new FlowState { Values = values, Calls = calls, Writes = writes, Disturbed = disturbed, IsDisturbed = IsDisturbed || other.IsDisturbed };
    }

    private ImmutableDictionary<Storage, Value> JoinValues(FlowState other, int block)
    {
        var values = Values;
        foreach (var entry in Values)
        {
            Merge(entry.Key, entry.Value, other.Get(entry.Key));
        }

        foreach (var entry in other.Values)
        {
            if (!Values.ContainsKey(entry.Key))
            {
                Merge(entry.Key, Initial(entry.Key), entry.Value);
            }
        }

        return values;

        void Merge(Storage storage, Value here, Value there)
        {
            if (!here.Equals(there) && new MergeValue(block, storage) is var merged && !here.Equals(merged))
            {
                values = values.SetItem(storage, merged);
            }
        }
    }

    private ImmutableDictionary<IOperation, VersionedCall> JoinCalls(FlowState other)
    {
        var calls = Calls;
        foreach (var call in other.Calls)
        {
            if (!Calls.TryGetValue(call.Key, out var here))
            {
                calls = calls.Add(call.Key, call.Value);
            }
            else if (here.Identity is not null && !here.Equals(call.Value))
            {
                calls = calls.SetItem(call.Key, here with { Identity = null });
            }
        }

        return calls;
    }

    private ImmutableDictionary<IOperation, PastWrite> JoinWrites(FlowState other)
    {
        var writes = Writes;
        foreach (var write in Writes)
        {
            var joined = other.Writes.TryGetValue(write.Key, out var there) ? write.Value.Join(there) : write.Value.JoinNothing();
            if (!joined.Equals(write.Value))
            {
                writes = writes.SetItem(write.Key, joined);
            }
        }

        foreach (var write in other.Writes)
        {
            if (!Writes.ContainsKey(write.Key))
            {
                writes = writes.Add(write.Key, write.Value.JoinNothing());
            }
        }

        return writes;
    }

    /// <summary>What a place holds that nobody wrote to.</summary>
    private Value Initial(Storage storage) => storage switch
    {
        VariableStorage variable => new EntryValue(variable.Symbol),
        MemberStorage { Member: var member } when !IsDisturbed && (member.Instance is null || !Disturbed.Contains(member.Instance)) => member,
        _ => UnknownValue.Instance,
    };

    private FlowState Forget(Func<Value, bool> isGone)
    {
        var values = Values;
        foreach (var entry in Values)
        {
            if (entry.Key is MemberStorage member && member.Member.Any(isGone))
            {
                values = values.Remove(entry.Key);
            }
            else if (entry.Value.Any(isGone))
            {
                values = values.SetItem(entry.Key, UnknownValue.Instance);
            }
        }

        var calls = Calls;
        foreach (var call in Calls)
        {
            if (call.Value.Identity?.Any(isGone) == true)
            {
                calls = calls.SetItem(call.Key, call.Value with { Identity = null });
            }
        }

        var writes = Writes;
        foreach (var write in Writes)
        {
            if (write.Value.ETag.Any(isGone) || write.Value.Identity?.Any(isGone) == true)
            {
                writes = writes.Remove(write.Key);
            }
        }

        return ReferenceEquals(values, Values) && ReferenceEquals(calls, Calls) && ReferenceEquals(writes, Writes)
            ? this
            : this with { Values = values, Calls = calls, Writes = writes };
    }

    private ImmutableDictionary<Storage, Value> WithoutMembers(Func<MemberValue, bool> isGone) =>
        Values.RemoveRange(Values.Keys.Where(storage => storage is MemberStorage member && isGone(member.Member)));
}

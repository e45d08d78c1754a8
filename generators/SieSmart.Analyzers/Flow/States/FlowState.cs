using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SieSmart.Analyzers.Flow.Values;

namespace SieSmart.Analyzers.Flow.States;

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

    /// <summary>What speaks against versions that are one of several.</summary>
    public ImmutableDictionary<MergeValue, MergeDoubt> Doubts { get; init; } = ImmutableDictionary<MergeValue, MergeDoubt>.Empty;

    /// <summary>How much is known; joining and forgetting take as long.</summary>
    public int Size => Values.Count + Calls.Count + Writes.Count + Doubts.Count;

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

    /// <summary>Whether the same is known in another state.</summary>
    public bool Matches(FlowState other) =>
        ReferenceEquals(this, other)
        || (IsDisturbed == other.IsDisturbed
            && Disturbed.SetEquals(other.Disturbed)
            && Match(Values, other.Values)
            && Match(Calls, other.Calls)
            && Match(Writes, other.Writes)
            && Match(Doubts, other.Doubts));

    /// <summary>What is known where this way and another one meet; this very state if the other way adds no doubt.</summary>
    public FlowState Join(FlowState incoming, int block)
    {
        if (ReferenceEquals(this, incoming))
        {
            return this;
        }

        var other = incoming.MeetAnew(block);
        var doubts = JoinDoubts(other);
        var values = JoinValues(other, incoming, block, ref doubts);
        var calls = JoinCalls(other);
        var writes = JoinWrites(other);
        var disturbed = other.Disturbed.IsSubsetOf(Disturbed) ? Disturbed : Disturbed.Union(other.Disturbed);
        return ReferenceEquals(values, Values) && ReferenceEquals(calls, Calls) && ReferenceEquals(writes, Writes)
            && ReferenceEquals(disturbed, Disturbed) && ReferenceEquals(doubts, Doubts) && IsDisturbed == (IsDisturbed || other.IsDisturbed)
            ? this
            : new FlowState { Values = values, Calls = calls, Writes = writes, Doubts = doubts, Disturbed = disturbed, IsDisturbed = IsDisturbed || other.IsDisturbed };
    }

    /// <summary>This way, where it meets others: what they left in a variable when they met there before has no name any more.</summary>
    public FlowState MeetAnew(int block) => Forget(value => value is MergeValue merge && merge.Block == block);

    private ImmutableDictionary<Storage, Value> JoinValues(
        FlowState other, FlowState incoming, int block, ref ImmutableDictionary<MergeValue, MergeDoubt> doubts)
    {
        var values = Values;
        var found = doubts;
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

        doubts = found;
        return values;

        void Merge(Storage storage, Value here, Value there)
        {
            if (here.Equals(there))
            {
                return;
            }

            var merged = new MergeValue(block, storage);
            if (!here.Equals(merged))
            {
                values = values.SetItem(storage, merged);
            }

            // Of the other way, what is known at its end counts, names that are about to be forgotten included.
            var last = incoming.Get(storage);
            var doubt = (here.Equals(merged) ? MergeDoubt.None : DoubtOf(here, last)).Or(incoming.DoubtOf(last, here));
            if (!doubt.Equals(MergeDoubt.None))
            {
                found = found.TryGetValue(merged, out var known)
                    ? known.Or(doubt) is var both && both.Equals(known) ? found : found.SetItem(merged, both)
                    : found.Add(merged, doubt);
            }
        }
    }

    private ImmutableDictionary<MergeValue, MergeDoubt> JoinDoubts(FlowState other)
    {
        var doubts = Doubts;
        foreach (var doubt in other.Doubts)
        {
            if (!Doubts.TryGetValue(doubt.Key, out var here))
            {
                doubts = doubts.Add(doubt.Key, doubt.Value);
            }
            else if (here.Or(doubt.Value) is var both && !both.Equals(here))
            {
                doubts = doubts.SetItem(doubt.Key, both);
            }
        }

        return doubts;
    }

    /// <summary>What speaks against a version at the end of this way, where another way ends with another value in the same place.</summary>
    private MergeDoubt DoubtOf(Value version, Value other)
    {
        switch (version)
        {
            case MissingETagValue:
                return new MergeDoubt(CanBeMissing: true, CanBeAny: false, Stale: null);
            case AnyETagValue:
                return new MergeDoubt(CanBeMissing: false, CanBeAny: true, Stale: null);
            case ConstantValue or TaskValue or GroupValue or BuilderValue or FunctionValue or UnknownValue:
                return MergeDoubt.None;
        }

        var last = Writes
            .Where(write => write.Value is { IsCertain: true, IsInFlight: false } && write.Value.ETag.Equals(version) && version.IsKnown)
            .OrderByDescending(write => write.Key.Syntax.SpanStart)
            .FirstOrDefault();

        // Who takes the version that the write returned, where it returned one, has thought of it.
        return last.Key is null || other is MemberValue { Instance: SiteValue { Site: var source } } && ReferenceEquals(source, last.Key)
            ? MergeDoubt.None
            : new MergeDoubt(CanBeMissing: false, CanBeAny: false, new StaleWay(last.Key, last.Value));
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

        var doubts = Doubts;
        foreach (var doubt in Doubts)
        {
            if (doubt.Key.Any(isGone) || doubt.Value.Stale?.Write.Identity?.Any(isGone) == true)
            {
                doubts = doubts.Remove(doubt.Key);
            }
        }

        return ReferenceEquals(values, Values) && ReferenceEquals(calls, Calls) && ReferenceEquals(writes, Writes) && ReferenceEquals(doubts, Doubts)
            ? this
            : this with { Values = values, Calls = calls, Writes = writes, Doubts = doubts };
    }

    private static bool Match<TKey, TValue>(ImmutableDictionary<TKey, TValue> left, ImmutableDictionary<TKey, TValue> right)
        where TKey : notnull =>
        ReferenceEquals(left, right)
        || (left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var other) && Equals(entry.Value, other)));

    private ImmutableDictionary<Storage, Value> WithoutMembers(Func<MemberValue, bool> isGone) =>
        Values.RemoveRange(Values.Keys.Where(storage => storage is MemberStorage member && isGone(member.Member)));
}

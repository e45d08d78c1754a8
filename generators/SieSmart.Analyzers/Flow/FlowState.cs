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
        return state with
        {
            Calls = state.Calls.Remove(site),
            Writes = state.Writes.ToImmutableDictionary(
                write => write.Key,
                write => write.Value.Earlier.Contains(site) ? write.Value with { Earlier = write.Value.Earlier.Remove(site) } : write.Value),
        };
    }

    /// <summary>The state in which nobody has waited for what is still in flight, so that it may have failed.</summary>
    public FlowState WithoutFlights() =>
        Writes.Any(write => write.Value.IsInFlight)
            ? this with { Writes = Writes.RemoveRange(Writes.Where(write => write.Value.IsInFlight).Select(write => write.Key)) }
            : this;

    /// <summary>What is known where this way and another one meet.</summary>
    public FlowState Join(FlowState incoming, int block)
    {
        var other = incoming.Forget(value => value is MergeValue merge && merge.Block == block);
        var values = Values.ToBuilder();
        foreach (var storage in Values.Keys.Concat(other.Values.Keys))
        {
            var here = Get(storage);
            values[storage] = here.Equals(other.Get(storage)) ? here : new MergeValue(block, storage);
        }

        var calls = Calls.ToBuilder();
        foreach (var call in other.Calls)
        {
            calls[call.Key] = Calls.TryGetValue(call.Key, out var here) && !here.Equals(call.Value)
                ? here with { Identity = null }
                : call.Value;
        }

        var writes = ImmutableDictionary.CreateBuilder<IOperation, PastWrite>();
        foreach (var site in Writes.Keys.Concat(other.Writes.Keys))
        {
            var isHere = Writes.TryGetValue(site, out var here);
            var isThere = other.Writes.TryGetValue(site, out var there);
            writes[site] = isHere && isThere ? here!.Join(there!) : (isHere ? here! : there!) with { IsCertain = false };
        }

        return new FlowState
        {
            Values = values.ToImmutable(),
            Calls = calls.ToImmutable(),
            Writes = writes.ToImmutable(),
            IsDisturbed = IsDisturbed || other.IsDisturbed,
            Disturbed = Disturbed.Union(other.Disturbed),
        };
    }

    /// <inheritdoc/>
    public bool Equals(FlowState? other) =>
        other is not null
        && IsDisturbed == other.IsDisturbed
        && Same(Values, other.Values)
        && Same(Calls, other.Calls)
        && Same(Writes, other.Writes)
        && Disturbed.SetEquals(other.Disturbed);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Values.Count * 31) + Writes.Count);

    private static bool Same<TKey, T>(ImmutableDictionary<TKey, T> left, ImmutableDictionary<TKey, T> right)
        where TKey : notnull =>
        ReferenceEquals(left, right)
        || (left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var value) && Equals(entry.Value, value)));

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

        return this with
        {
            Values = values,
            Calls = calls,
            Writes = Writes.RemoveRange(Writes
                .Where(write => write.Value.ETag.Any(isGone) || write.Value.Identity?.Any(isGone) == true)
                .Select(write => write.Key)),
        };
    }

    private ImmutableDictionary<Storage, Value> WithoutMembers(Func<MemberValue, bool> isGone) =>
        Values.RemoveRange(Values.Keys.Where(storage => storage is MemberStorage member && isGone(member.Member)));
}

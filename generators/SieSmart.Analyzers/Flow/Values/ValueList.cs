using System.Collections;
using System.Collections.Immutable;

namespace SieSmart.Analyzers.Flow.Values;

/// <summary>Values in order, which compare by value.</summary>
internal sealed class ValueList : IReadOnlyList<Value>, IEquatable<ValueList>
{
    private readonly ImmutableArray<Value> _values;

    /// <summary>Lists values.</summary>
    public ValueList(params ImmutableArray<Value> values) => (_values, Size) = (values, values.Sum(value => value.Size));

    /// <summary>No values.</summary>
    public static ValueList Empty { get; } = new();

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <summary>Of how many values these are made, themselves included.</summary>
    public int Size { get; }

    /// <inheritdoc/>
    public Value this[int index] => _values[index];

    /// <summary>These values, and others behind them.</summary>
    public ValueList Concat(IEnumerable<Value> others) => new(_values.AddRange(others));

    /// <inheritdoc/>
    public bool Equals(ValueList? other) => other is not null && _values.SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(17, (hash, value) => unchecked((hash * 31) + value.GetHashCode()));

    /// <inheritdoc/>
    public IEnumerator<Value> GetEnumerator() => ((IEnumerable<Value>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

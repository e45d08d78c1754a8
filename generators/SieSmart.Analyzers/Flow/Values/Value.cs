namespace SieSmart.Analyzers.Flow.Values;

/// <summary>What an expression evaluates to, as far as it can be told without running it. Compares by value; immutable.</summary>
/// <remarks>Equal values denote one and the same thing, unless they contain <see cref="UnknownValue"/>.</remarks>
internal abstract record Value
{
    /// <summary>The values that this one is made of.</summary>
    public virtual ValueList Parts => ValueList.Empty;

    /// <summary>Of how many values this one is made, itself included.</summary>
    public virtual int Size => 1;

    /// <summary>Whether nothing in this value is unknown.</summary>
    public bool IsKnown => !Any(value => value is UnknownValue);

    /// <summary>Whether this value, or one that it is made of, is such.</summary>
    public bool Any(Func<Value, bool> isSuch) => isSuch(this) || Parts.Any(part => part.Any(isSuch));
}

namespace SieSmart.Analyzers.Flow.Values;

/// <summary>What a variable holds where several ways meet that leave different values in it.</summary>
/// <param name="Block">The block in which the ways meet.</param>
/// <param name="Storage">The variable.</param>
internal sealed record MergeValue(int Block, Storage Storage) : Value;

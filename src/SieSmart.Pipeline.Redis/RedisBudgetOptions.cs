using SieSmart.Pipeline.Sharing;

namespace SieSmart.Pipeline.Redis;

/// <summary>How programs share a limit through Redis.</summary>
public sealed class RedisBudgetOptions : SharedBudgetOptions
{
    /// <summary>What the keys begin with; <see cref="RedisSharedBudget.DefaultPrefix"/> by default. Not empty, without braces.</summary>
    public string Prefix { get; set; } = RedisSharedBudget.DefaultPrefix;
}

namespace FleetDemo.CommandLine;

/// <summary>What one of the four processes is told.</summary>
/// <param name="Member">Which of them it is, from 0.</param>
/// <param name="BaseAddress">Where the API is.</param>
/// <param name="TokenEndpoint">Where tokens come from.</param>
/// <param name="ClientId">Who it is to the API.</param>
/// <param name="Limit">How many requests the API takes in a window.</param>
/// <param name="Window">How long a window is.</param>
/// <param name="BudgetFolder">Where the shared budget is; null for a budget of its own.</param>
internal sealed record WorkSettings(int Member, Uri BaseAddress, Uri TokenEndpoint, string ClientId, int Limit, TimeSpan Window, string? BudgetFolder)
{
    /// <summary>The verb that starts such a process.</summary>
    public const string Verb = "work";

    /// <summary>The command line that says the same.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        Verb,
        FormattableString.Invariant($"{Member}"),
        BaseAddress.AbsoluteUri,
        TokenEndpoint.AbsoluteUri,
        ClientId,
        FormattableString.Invariant($"{Limit}"),
        FormattableString.Invariant($"{Window.TotalMilliseconds}"),
        .. BudgetFolder is null ? [] : new[] { BudgetFolder },
    ];
}

namespace SieSmart.Pipeline.Throttling;

/// <summary>The budget that all clients of an API host have in common, whoever made them. Thread-safe.</summary>
/// <remarks>
/// <para>
/// One for the process, which is the exception from the rule that nothing static has a state: a server counts requests by address, so two
/// clients that know nothing of each other must share what they may send. Clients on different clocks don't: they live in different times.
/// </para>
/// <para>
/// It keeps nothing for good. A budget belongs to those who use it, and is forgotten when the last of them is gone and a new one
/// couldn't be told from it, since all of its permits are free again.
/// </para>
/// </remarks>
internal sealed class RequestBudgets
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Host, TimeSpan? Window, TimeProvider Clock), HostBudget> _budgets = [];

    private RequestBudgets()
    {
    }

    public static RequestBudgets OfProcess { get; } = new();

    /// <param name="host">The host and port that requests go to.</param>
    /// <param name="limit">What the API allows; null for a budget that only pauses when the API refuses a request.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The right to use it, to be disposed of when the client is.</returns>
    public BudgetUse Use(string host, RateLimitOptions? limit, TimeProvider clock)
    {
        var key = (host.ToLowerInvariant(), limit?.Window, clock);
        lock (_gate)
        {
            if (!_budgets.TryGetValue(key, out var budget))
            {
                budget = new HostBudget(limit, clock);
                _budgets.Add(key, budget);
            }

            var use = new BudgetUse(budget.Budget, Leave);
            budget.Join(use, limit);
            Leave(null);
            return use;
        }
    }

    private void Leave(BudgetUse? use)
    {
        lock (_gate)
        {
            foreach (var (key, budget) in _budgets.Where(entry => entry.Value.HasUsers).Select(entry => (entry.Key, entry.Value)))
            {
                budget.Leave(use);
                if (!budget.HasUsers)
                {
                    budget.CallLater(() => ForgetIfIdle(key, budget));
                }
            }
        }
    }

    private void ForgetIfIdle((string, TimeSpan?, TimeProvider) key, HostBudget budget)
    {
        lock (_gate)
        {
            if (budget.HasUsers)
            {
                return;
            }

            if (!budget.IsIdle)
            {
                budget.CallLater(() => ForgetIfIdle(key, budget));
                return;
            }

            _budgets.Remove(key);
        }

        budget.Dispose();
    }
}

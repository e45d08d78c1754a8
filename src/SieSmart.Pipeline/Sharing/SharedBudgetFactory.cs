using Microsoft.Extensions.Options;
using SieSmart.Pipeline.Events;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline.Sharing;

/// <summary>Makes the budget of a client that shares its limit.</summary>
internal static class SharedBudgetFactory
{
    /// <summary>What a request may take beside its attempt, since its permit starts before its token is fetched.</summary>
    private static readonly TimeSpan BesideTheAttempt = TimeSpan.FromMinutes(1);

    /// <exception cref="OptionsValidationException">The client's options don't say what is to be shared.</exception>
    public static BudgetUse Use(
        SharedBudgetRegistration registration,
        OpenApiClientOptions options,
        IServiceProvider services,
        IPipelineObserver observer,
        TimeProvider timeProvider)
    {
        if (options.Budget is not null)
        {
            throw Invalid(registration, "Budget is set, and so is a shared budget. Leave one of them out.");
        }

        if (options.RateLimit is not { } rate)
        {
            throw Invalid(registration, "A shared budget is set, but no RateLimit to share. Set RateLimit:Permits, and RateLimit:Window unless it is a minute.");
        }

        var limit = new SharedBudgetLimit(
            registration.Options.Name ?? options.BaseAddress!.Authority.ToLowerInvariant(),
            rate.Permits,
            rate.Window,
            options.AttemptTimeout + BesideTheAttempt);
        var engine = registration.Create(services, limit);
        var shared = registration.Options.Fallback == SharedBudgetFallback.LocalShare ? new LocalShareBudget(engine, limit, observer, timeProvider) : engine;
        var budget = new RequestBudget(shared, Math.Max(HostBudget.QueueLimitOf(rate.Permits, rate.QueueLimit), 1), timeProvider);
        return new BudgetUse(budget, _ =>
        {
            budget.Dispose();
            (shared as IDisposable)?.Dispose();
        });
    }

    private static OptionsValidationException Invalid(SharedBudgetRegistration registration, string failure) =>
        new(registration.HttpClientName, typeof(OpenApiClientOptions), [failure]);
}

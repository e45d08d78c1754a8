using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SieSmart.Client.Authentication;
using SieSmart.Client.DependencyInjection;
using SieSmart.Client.Throttling;
using SieSmart.Runtime;

namespace SieSmart.Client.HealthChecks;

/// <summary>Tells token, reachability and budget apart. Looks at what is known already, unless it is asked to probe.</summary>
internal sealed class SieSmartHealthCheck(IServiceProvider services, string clientName, SieSmartHealthCheckOptions options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Here and not when the check is made: what fails there takes the reports of all other checks along.
        var accounts = services.GetService<ClientAccounts>()
            ?? throw new InvalidOperationException("The health check has no client to look at. Register one with services.AddSieSmartClient(…).");
        var account = accounts.Of(clientName);
        var probeFailure = options.Probe && account.Reachability.TryBeginProbe(options.ProbePeriod)
            ? await ProbeAsync(cancellationToken).ConfigureAwait(false)
            : null;

        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        var findings = new List<Finding>
        {
            LookAtToken(account.CurrentTokens().Status, data),
            LookAtApi(account.Reachability, probeFailure, data),
            LookAtBudget(services.GetRequiredService<SharedResources>().BudgetFor(account.Options).Snapshot(), data),
        };
        if (account.Refusal is { } refusal)
        {
            data["options.refusal"] = refusal;
            findings.Add(new Finding(HealthStatus.Degraded, $"Options: the old ones are in use, since new ones were refused. {refusal}"));
        }

        var worst = findings.Min(finding => finding.Status);
        return new HealthCheckResult(
            worst == HealthStatus.Unhealthy ? context.Registration.FailureStatus : worst,
            string.Join(" ", findings.Select(finding => finding.Description)),
            exception: null,
            data);
    }

    private Finding LookAtToken(TokenStatus token, Dictionary<string, object> data)
    {
        data["token.is_usable"] = token.UsableFor is not null;
        if (token.UsableFor is { } left)
        {
            data["token.usable_for_seconds"] = Math.Floor(left.TotalSeconds);
        }

        if (token.Failure is { } failure)
        {
            data["token.failure"] = failure.Message;
            data["token.failure_age_seconds"] = Math.Floor(token.FailureAge.TotalSeconds);
        }

        return token switch
        {
            { UsableFor: { } rest, Failure: null } => new(HealthStatus.Healthy, $"Token: good for another {Seconds(rest)}."),
            { UsableFor: { } rest, Failure: { } renewal } => new(HealthStatus.Degraded, $"Token: good for another {Seconds(rest)}, but its renewal failed {Seconds(token.FailureAge)} ago. {renewal.Message}"),
            { Failure: { } last } when token.FailureAge < options.OutcomeLifetime => new(HealthStatus.Unhealthy, $"Token: none, for the last {Seconds(token.FailureAge)}. {last.Message}"),
            _ => new(HealthStatus.Healthy, "Token: none is needed yet; the next call fetches one."),
        };
    }

    private Finding LookAtApi(ApiReachability api, string? probeFailure, Dictionary<string, object> data)
    {
        if (api.Last is not { } last)
        {
            return new(HealthStatus.Healthy, $"API: not known, no request was sent yet.{probeFailure}");
        }

        var age = api.AgeOf(last);
        data["api.is_available"] = last.IsAvailable;
        data["api.outcome"] = last.Description;
        data["api.outcome_age_seconds"] = Math.Floor(age.TotalSeconds);
        var what = $"{last.Description} {Seconds(age)} ago";
        if (age >= options.OutcomeLifetime)
        {
            return new(HealthStatus.Healthy, $"API: not known, it {what}.{probeFailure}");
        }

        return last.IsAvailable ? new(HealthStatus.Healthy, $"API: {what}.") : new(HealthStatus.Unhealthy, $"API: {what}.");
    }

    private static Finding LookAtBudget(BudgetSnapshot budget, Dictionary<string, object> data)
    {
        data["budget.waiting.interactive"] = budget.InteractiveWaiting;
        data["budget.waiting.bulk"] = budget.BulkWaiting;
        data["budget.paused_for_seconds"] = Math.Ceiling(budget.PausedFor.TotalSeconds);
        var permits = "permits are counted elsewhere";
        if (budget is { Permits: { } all, Used: { } used })
        {
            data["budget.permits"] = all;
            data["budget.free"] = Math.Max(all - used, 0);
            permits = $"{Math.Max(all - used, 0).ToString(CultureInfo.InvariantCulture)} of {all.ToString(CultureInfo.InvariantCulture)} permits free";
        }

        var waiting = (budget.InteractiveWaiting + budget.BulkWaiting).ToString(CultureInfo.InvariantCulture);
        var state = $"Budget: {permits}, {waiting} requests wait";
        return budget switch
        {
            { Failure: { } failure } => new(HealthStatus.Degraded, $"{state}; the shared budget can't be asked ({failure.GetType().Name})."),
            { PausedFor.Ticks: > 0 } => new(HealthStatus.Degraded, $"{state}; paused for {Seconds(budget.PausedFor)}, since the API refused a request."),
            _ => new(HealthStatus.Healthy, $"{state}."),
        };
    }

    /// <summary>One request that changes nothing. What it shows is noted on its way; only what kept it from being sent is left to tell.</summary>
    private async Task<string?> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var client = clientName.Length == 0
                ? services.GetRequiredService<SieSmartClient>()
                : services.GetRequiredKeyedService<SieSmartClient>(clientName);
            await client.Common.Offices.GetAsync(
                request => request.Options.Add(new RequestPriorityOption(RequestPriority.Bulk)),
                cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (SieSmartException exception)
        {
            return $" The probe failed: {exception.Message}";
        }
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s";
}

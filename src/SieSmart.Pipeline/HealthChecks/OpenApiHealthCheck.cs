using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SieSmart.Pipeline.Authentication;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.HealthChecks;

/// <summary>Tells token, reachability and budget apart. Looks at what is known already, unless it is asked to probe.</summary>
/// <param name="findSubject">Finds the client; called by each check and not before, since what fails then takes the reports of all other checks along.</param>
/// <param name="probe">Sends one request that changes nothing; null to send none.</param>
/// <param name="probePeriod">How much time there is between probes at the least.</param>
/// <param name="outcomeLifetime">For how long the outcome of a call says something of the present.</param>
internal sealed class OpenApiHealthCheck(
    Func<IHealthSubject> findSubject,
    Func<CancellationToken, Task>? probe,
    TimeSpan probePeriod,
    TimeSpan outcomeLifetime) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var subject = findSubject();
        var probeFailure = probe is not null && subject.Reachability.TryBeginProbe(probePeriod)
            ? await ProbeAsync(probe, cancellationToken).ConfigureAwait(false)
            : null;

        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        if (subject.Token is { } token)
        {
            findings.Add(LookAtToken(token, data));
        }

        findings.Add(LookAtApi(subject.Reachability, probeFailure, data));
        findings.Add(LookAtBudget(subject.Budget, data));
        if (subject.Refusal is { } refusal)
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
            { Failure: { } last } when token.FailureAge < outcomeLifetime => new(HealthStatus.Unhealthy, $"Token: none, for the last {Seconds(token.FailureAge)}. {last.Message}"),
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
        if (age >= outcomeLifetime)
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
    private static async Task<string?> ProbeAsync(Func<CancellationToken, Task> probe, CancellationToken cancellationToken)
    {
        try
        {
            await probe(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (SieSmartException exception)
        {
            return $" The probe failed: {exception.Message}";
        }
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s";
}

using FleetDemo.CommandLine;
using FleetDemo.Members;
using Microsoft.Extensions.DependencyInjection;
using SieSmart;
using SieSmart.Pipeline;
using SieSmart.Pipeline.Throttling;

namespace FleetDemo.Working;

/// <summary>
/// One of the four processes. It is ready when it says so, calls from the first line that it is told, and ends with the second, or when
/// nobody is there any more who could tell it.
/// </summary>
internal static class Worker
{
    /// <summary>What it says when it is ready.</summary>
    public const string Ready = "READY";

    /// <summary>Where the secret is: other people on the machine see command lines.</summary>
    public const string SecretVariable = "FLEET_DEMO_CLIENT_SECRET";

    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync(WorkSettings settings, CancellationToken cancellationToken)
    {
        var member = Member.All[settings.Member];
        var counts = new Counts(TimeProvider.System);
        await using var services = Connect(settings, member.Lane, counts);
        var client = services.GetRequiredService<SieSmartClient>();
        Console.WriteLine(Ready);
        if (await Console.In.ReadLineAsync(cancellationToken) is null)
        {
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.WhenAll(
        [
            ReportAsync(counts, end.Token),
            .. Enumerable.Range(0, member.Callers).Select(_ => CallAsync(member, client, counts, end.Token)),
        ]);
        await Console.In.ReadLineAsync(cancellationToken);
        await end.CancelAsync();
        await work;
        Console.WriteLine(counts.Read());
    }

    /// <summary>
    /// SieSmart's client, with a window that is shorter than the real one. For the real one it is
    /// <c>services.AddSieSmartClient(configuration).UseMachineWideBudget()</c>.
    /// </summary>
    private static ServiceProvider Connect(WorkSettings settings, RequestPriority lane, Counts counts)
    {
        var client = new ServiceCollection().AddOpenApiClient<SieSmartClient>("FleetDemo", options =>
        {
            options.BaseAddress = settings.BaseAddress;
            options.RateLimit = new RateLimitOptions { Permits = settings.Limit, Window = settings.Window };
            options.Priority = lane;
            options.Authentication.ClientCredentials = new ClientCredentialsOptions
            {
                TokenEndpoint = settings.TokenEndpoint,
                ClientId = settings.ClientId,
                ClientSecret = Environment.GetEnvironmentVariable(SecretVariable),
                Audience = "https://api.siesmart.com/b2b",
                Format = TokenRequestFormat.Json,
            };
        });
        client.AddHttpMessageHandler(() => new AttemptCounter(counts));

        // The one line that the two phases differ by.
        return (settings.BudgetFolder is { } folder ? client.UseMachineWideBudget(options => options.Directory = folder) : client).Services.BuildServiceProvider();
    }

    private static async Task CallAsync(Member member, SieSmartClient client, Counts counts, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var outcomes = await Task.WhenAll(Enumerable.Range(0, member.AtOnce).Select(_ =>
                    counts.CallAsync(token => client.Common.RateCards.GetAsync(cancellationToken: token), cancellationToken)));
                var pause = outcomes.Contains(value: false) ? member.Pause + AfterFailure : member.Pause * (1 + Random.Shared.NextDouble());
                await Task.Delay(pause, TimeProvider.System, cancellationToken);
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The phase is over.
        }
    }

    private static async Task ReportAsync(Counts counts, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(BetweenReports, TimeProvider.System, cancellationToken);
                Console.WriteLine(counts.Read());
            }
        }
        catch (OperationCanceledException)
        {
            // The last report is the caller's.
        }
    }
}

using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SieSmart.Client.Tests.Support;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Tracing;

public sealed class BudgetGaugeTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new();
    private StubApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await StubApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Tell_what_is_left_and_who_waits_in_each_lane()
    {
        await using var services = Services.For(_api, _clock, options => options.RequestsPerMinute = 3);
        await services.Client().ReadAsync();
        var atFirst = Read(services);
        await services.Client().ReadAsync();
        await services.Client().ReadAsync();
        using var givingUp = new CancellationTokenSource();
        var waiting = new[]
        {
            services.Client().ReadAsync(cancellationToken: givingUp.Token),
            services.Client().ReadAsync(new RequestPriorityOption(RequestPriority.Bulk), givingUp.Token),
            services.Client().ReadAsync(new RequestPriorityOption(RequestPriority.Bulk), givingUp.Token),
        };

        await BudgetCalls.UntilAsync(() => Read(services).Sum(gauge => gauge.Name.EndsWith("queued", StringComparison.Ordinal) ? gauge.Value : 0) == 3);
        var atLast = Read(services);
        await givingUp.CancelAsync();
        foreach (var call in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        var host = $"127.0.0.1:{_api.Address.Port}";
        Assert.Equal(
            [new("siesmart.client.throttle.available", host, null, 2), new("siesmart.client.throttle.queued", host, "bulk", 0), new("siesmart.client.throttle.queued", host, "interactive", 0)],
            atFirst);
        Assert.Equal(
            [new("siesmart.client.throttle.available", host, null, 0), new("siesmart.client.throttle.queued", host, "bulk", 2), new("siesmart.client.throttle.queued", host, "interactive", 1)],
            atLast);
    }

    [Fact]
    public async Task Count_a_budget_once_that_several_clients_share()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSieSmartClient("north", Limited);
        services.AddSieSmartClient("south", Limited);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<SieSmartClient>("north").ReadAsync();
        await provider.GetRequiredKeyedService<SieSmartClient>("south").ReadAsync();

        Assert.Equal(3, Assert.Single(Read(provider), gauge => gauge.Name.EndsWith("available", StringComparison.Ordinal)).Value);

        void Limited(SieSmartClientOptions options)
        {
            _api.Configure(options);
            options.RequestsPerMinute = 5;
        }
    }

    [Fact]
    public async Task Have_nothing_left_during_a_pause()
    {
        using var budget = new RequestBudget(10, TimeSpan.FromMinutes(1), queueLimit: 10, _clock);
        await using var services = Services.For(_api, _clock, options => options.Budget = budget);
        await services.Client().ReadAsync();

        budget.Pause(TimeSpan.FromSeconds(30));

        Assert.Equal(0, Assert.Single(Read(services), gauge => gauge.Name.EndsWith("available", StringComparison.Ordinal)).Value);
    }

    private static List<Gauge> Read(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        var gauges = new List<Gauge>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == factory && instrument.IsObservable)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) =>
        {
            var named = new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal);
            gauges.Add(new Gauge(instrument.Name, $"{named["server.address"]}:{named["server.port"]}", (string?)named.GetValueOrDefault("siesmart.priority"), value));
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return [.. gauges.OrderBy(gauge => gauge.Name, StringComparer.Ordinal).ThenBy(gauge => gauge.Lane, StringComparer.Ordinal)];
    }

    private sealed record Gauge(string Name, string Host, string? Lane, int Value);
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.HealthChecks;

public sealed class SieSmartHealthCheckTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_healthy_and_sends_nothing_before_the_first_call()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);

        var report = await CheckAsync(services);

        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal("Token: none is needed yet; the next call fetches one. API: not known, no request was sent yet. Budget: 100 of 100 permits free, 0 requests wait.", report.Description);
        Assert.Empty(api.TokenRequests);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Tells_what_calls_have_shown_at_no_cost()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        await services.Client().ReadAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));

        var report = await CheckAsync(services);

        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal("Token: good for another 2695 s. API: answered 204 5 s ago. Budget: 99 of 100 permits free, 0 requests wait.", report.Description);
        Assert.Equal((true, 2695.0), (report.Data["token.is_usable"], report.Data["token.usable_for_seconds"]));
        Assert.Equal((true, "answered 204", 5.0), (report.Data["api.is_available"], report.Data["api.outcome"], report.Data["api.outcome_age_seconds"]));
        Assert.Equal((100, 99, 0, 0, 0.0), (report.Data["budget.permits"], report.Data["budget.free"], report.Data["budget.waiting.interactive"], report.Data["budget.waiting.bulk"], report.Data["budget.paused_for_seconds"]));
        Assert.Single(api.TokenRequests);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Fails_where_no_token_can_be_had_until_that_is_too_long_ago_to_tell()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        api.Token = http => StubServer.AnswerAsync(http, 401, """{"error":"access_denied"}""");
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());

        var report = await CheckAsync(services);

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains("answered 401 (access_denied)", report.Description, StringComparison.Ordinal);
        Assert.Contains("API: not known", report.Description, StringComparison.Ordinal);
        Assert.Equal(false, report.Data["token.is_usable"]);
        Assert.DoesNotContain(StubApi.ClientSecret, report.Description + string.Join(' ', report.Data.Values), StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(services)).Status);
        Assert.Single(api.TokenRequests);
    }

    [Fact]
    public async Task Fails_where_every_token_is_rejected_but_not_where_one_resource_alone_does_so()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var answer = api.Answer;
        api.Answer = http => StubServer.AnswerAsync(http, 401);
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().WriteAsync());

        var report = await CheckAsync(services);

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains("The API rejected the last 2 access tokens", report.Description, StringComparison.Ordinal);
        Assert.Equal(false, report.Data["token.is_usable"]);

        api.Answer = answer;
        await services.Client().ReadAsync();
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(services)).Status);
    }

    [Fact]
    public async Task Is_degraded_while_an_old_token_serves_that_can_not_be_renewed()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        await services.Client().ReadAsync();
        api.Token = http => StubServer.AnswerAsync(http, 503);
        _clock.Advance(TimeSpan.FromSeconds(2400));
        await services.Client().ReadAsync();

        HealthReportEntry report = default;
        await Eventually.IsTrueAsync(async () => (report = await CheckAsync(services)).Status == HealthStatus.Degraded);

        Assert.Contains("Token: good for another 300 s, but its renewal failed 0 s ago.", report.Description, StringComparison.Ordinal);
        Assert.Contains("answered 503", (string)report.Data["token.failure"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Fails_where_a_gateway_answers_for_the_api_until_that_is_too_long_ago_to_tell(int status)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        api.Answer = http => StubServer.AnswerAsync(http, status);
        await Assert.ThrowsAnyAsync<SieSmartException>(() => services.Client().ReadAsync());

        var report = await CheckAsync(services);

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains($"Token: good for another 2700 s. API: answered {status} 0 s ago.", report.Description, StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromMinutes(5));
        report = await CheckAsync(services);
        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Contains($"API: not known, it answered {status} 300 s ago.", report.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(412)]
    [InlineData(500)]
    public async Task Is_healthy_where_the_api_answers_for_itself_whatever_it_says(int status)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        api.Answer = http => StubServer.AnswerAsync(http, status);
        await Assert.ThrowsAnyAsync<SieSmartException>(() => services.Client().WriteAsync());

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(services)).Status);
    }

    [Fact]
    public async Task Fails_where_nobody_listens()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api, configure: options => options.BaseAddress = new Uri("http://127.0.0.1:9/b2b/v1"));
        await Assert.ThrowsAnyAsync<SieSmartException>(() => services.Client().ReadAsync());

        var report = await CheckAsync(services);

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains("API: gave no answer (HttpRequestException) 0 s ago.", report.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_cancelled_call_for_no_sign_of_the_api()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        using var cancellation = new CancellationTokenSource();
        api.Answer = async _ =>
        {
            await cancellation.CancelAsync();
            await Eventually.NothingMoreAsync();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.Client().ReadAsync(cancellation.Token));

        Assert.Contains("API: not known, no request was sent yet.", (await CheckAsync(services)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_degraded_while_the_budget_is_paused()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        api.Answer = http => StubServer.AnswerAsync(http, 429, headers: ("Retry-After", "30"));
        await Assert.ThrowsAsync<RateLimitExceededException>(() => services.Client().ReadAsync());

        var report = await CheckAsync(services);

        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Contains("paused for 30 s, since the API refused a request.", report.Description, StringComparison.Ordinal);
        Assert.Equal(30.0, report.Data["budget.paused_for_seconds"]);
    }

    [Fact]
    public async Task Is_degraded_while_changed_options_are_refused()
    {
        await using var api = await StubApi.StartAsync();
        var configuration = new ReloadableConfiguration(api);
        var services = new ServiceCollection().AddLogging();
        services.AddSieSmartClient(configuration.Configuration);
        services.AddHealthChecks().AddSieSmart();
        await using var provider = services.BuildServiceProvider();
        await CheckAsync(provider);

        configuration.Change("ClientSecret", "");
        var report = await CheckAsync(provider);
        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Contains("SieSmart:ClientSecret is missing", (string)report.Data["options.refusal"], StringComparison.Ordinal);

        configuration.Change("ClientSecret", "n3w-secret");
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(provider)).Status);
    }

    [Fact]
    public async Task Reports_the_status_and_the_tags_that_it_was_added_with()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api, builder => builder.AddSieSmart("credit", HealthStatus.Degraded, ["ready"]));
        api.Token = http => StubServer.AnswerAsync(http, 401);
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());

        var entry = (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation)).Entries["credit"];

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal(["ready"], entry.Tags);
    }

    [Fact]
    public async Task Looks_at_the_client_of_its_name()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api, builder => builder.AddSieSmart(clientName: "north"));
        await services.GetRequiredKeyedService<SieSmartClient>("north").ReadAsync();

        Assert.Contains("API: answered 204", (await CheckAsync(services)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_alone_where_there_is_no_client_to_look_at()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddHealthChecks().AddSieSmart().AddCheck("other", () => HealthCheckResult.Healthy());
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation);

        Assert.Equal(HealthStatus.Unhealthy, report.Entries["siesmart"].Status);
        Assert.Contains("services.AddSieSmartClient(", report.Entries["siesmart"].Description, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, report.Entries["other"].Status);
    }

    [Fact]
    public async Task Probes_once_in_a_period_however_often_it_is_asked_and_only_if_asked_to()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api, Probing());
        api.Answer = http => StubServer.AnswerAsync(http, 200, "[]");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CheckAsync(services)));
        var report = await CheckAsync(services);
        Assert.Equal("/b2b/v1/common/offices", Assert.Single(api.Requests).Path);
        Assert.Contains("API: answered 200 0 s ago. Budget: 99 of 100", report.Description, StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromSeconds(60));
        await CheckAsync(services);
        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Needs_no_probe_while_the_application_makes_calls()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api, Probing());
        await services.Client().ReadAsync();

        _clock.Advance(TimeSpan.FromSeconds(59));
        await CheckAsync(services);

        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Probes_behind_everybody_who_waits_and_leaves_the_last_permits_to_them()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(
            api,
            builder => builder.AddSieSmart(configure: options =>
            {
                options.Probe = true;
                options.ProbePeriod = TimeSpan.FromSeconds(1);
            }),
            options => options.RequestsPerMinute = 10);
        for (var call = 0; call < 9; call++)
        {
            await services.Client().ReadAsync();
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        var check = CheckAsync(services);
        await Eventually.NothingMoreAsync();
        Assert.False(check.IsCompleted);
        Assert.Equal(9, api.Requests.Count);

        await services.Client().ReadAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await check;
        Assert.Equal("/b2b/v1/common/offices", api.Requests[^1].Path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reports_a_probe_that_failed(bool hasToken)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api, Probing());
        if (hasToken)
        {
            api.Answer = http => StubServer.AnswerAsync(http, 503);
        }
        else
        {
            api.Token = http => StubServer.AnswerAsync(http, 503);
        }

        var report = await CheckAsync(services);

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains(hasToken ? "API: answered 503" : "The probe failed: No access token could be had", report.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_options_that_make_no_sense()
    {
        var builder = new ServiceCollection().AddHealthChecks();

        Assert.Contains("ProbePeriod", Assert.Throws<ArgumentException>(() => builder.AddSieSmart(configure: options => options.ProbePeriod = TimeSpan.FromSeconds(0.9))).Message, StringComparison.Ordinal);
        Assert.Contains("OutcomeLifetime", Assert.Throws<ArgumentException>(() => builder.AddSieSmart(configure: options => options.OutcomeLifetime = TimeSpan.Zero)).Message, StringComparison.Ordinal);
    }

    private static Action<IHealthChecksBuilder> Probing() => builder => builder.AddSieSmart(configure: options => options.Probe = true);

    private static async Task<HealthReportEntry> CheckAsync(ServiceProvider services)
    {
        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation);
        return Assert.Single(report.Entries).Value;
    }

    private ServiceProvider StartServices(
        StubApi api,
        Action<IHealthChecksBuilder>? add = null,
        Action<SieSmartClientOptions>? configure = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSieSmartClient(Configure);
        services.AddSieSmartClient("north", Configure);
        (add ?? (builder => builder.AddSieSmart()))(services.AddHealthChecks());
        return services.BuildServiceProvider();

        void Configure(SieSmartClientOptions options)
        {
            api.Configure(options);
            options.MaxRetries = 0;
            configure?.Invoke(options);
        }
    }
}

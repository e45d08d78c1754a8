using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SieSmart.Client.Tests.Support;

namespace SieSmart.Client.Tests.Tracing;

/// <summary>What .NET tells of a request and the client can, too: by default it is told once, as .NET has it.</summary>
public sealed class OptionalTelemetryTests
{
    [Fact]
    public async Task The_duration_of_requests_is_measured_where_it_is_asked_for()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, configure: options => options.MeasureRequests = true);
        using var recording = new Recording(api.Address);
        recording.Listen(services);

        await services.Client().WriteAsync();

        Assert.Equal(204, Assert.Single(recording.Of("http.client.request.duration")).Tags["http.response.status_code"]);
    }

    [Fact]
    public async Task The_spans_of_dotnet_stand_within_those_of_attempts_and_reach_the_server()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);

        var (attempt, inner) = await CallAsync(api, services);

        Assert.Equal(attempt.SpanId, Assert.Single(inner).ParentSpanId);
        Assert.Equal([inner[0].Id!], Assert.Single(api.Requests).Headers["traceparent"]);
    }

    [Fact]
    public async Task One_span_stands_for_an_attempt_and_reaches_the_server_where_it_is_asked_for()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, configure: options => options.SuppressHttpSpans = true);

        var (attempt, inner) = await CallAsync(api, services);

        Assert.Empty(inner);
        Assert.Equal([attempt.Id!], Assert.Single(api.Requests).Headers["traceparent"]);
    }

    [Fact]
    public async Task One_span_stands_for_an_attempt_without_dependency_injection_too()
    {
        await using var api = await StubApi.StartAsync();
        using var client = new SieSmartClient(api.Options(options => options.SuppressHttpSpans = true));

        var (attempt, inner) = await CallAsync(api, () => client);

        Assert.Empty(inner);
        Assert.Equal([attempt.Id!], Assert.Single(api.Requests).Headers["traceparent"]);
    }

    [Fact]
    public async Task The_name_of_the_application_goes_with_each_request()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, configure: options => options.ApplicationId = "CrmPortal");

        await services.Client().ReadAsync();

        Assert.Contains("CrmPortal", string.Join(' ', Assert.Single(api.Requests).Headers["User-Agent"]), StringComparison.Ordinal);
    }

    private static Task<(Activity Attempt, IReadOnlyList<Activity> Inner)> CallAsync(StubApi api, IServiceProvider services) =>
        CallAsync(api, services.Client);

    private static async Task<(Activity Attempt, IReadOnlyList<Activity> Inner)> CallAsync(StubApi api, Func<SieSmartClient> client)
    {
        using var recording = new Recording(api.Address);
        var inner = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = inner.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        await client().WriteAsync();

        // Sources are the process's own, and other tests call at the same time.
        var attempt = recording.Spans.First();
        return (attempt, [.. inner.Where(span => span.TraceId == attempt.TraceId && span.ParentSpanId == attempt.SpanId)]);
    }
}

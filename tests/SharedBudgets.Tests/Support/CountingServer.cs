using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SharedBudgets.Tests.Support;

/// <summary>A server that knows nothing of budgets, and notes when requests come and from whom.</summary>
internal sealed class CountingServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<(TimeSpan At, string Who)> _arrivals;

    private CountingServer(WebApplication application, Uri address, ConcurrentQueue<(TimeSpan At, string Who)> arrivals)
    {
        _application = application;
        _arrivals = arrivals;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>When requests came, and what they say of themselves.</summary>
    public IReadOnlyList<(TimeSpan At, string Who)> Arrivals => [.. _arrivals.OrderBy(arrival => arrival.At)];

    public static async Task<CountingServer> StartAsync()
    {
        var arrivals = new ConcurrentQueue<(TimeSpan, string)>();
        var (application, address) = await LoopbackApplication.StartAsync(async context =>
        {
            arrivals.Enqueue((TimeProvider.System.GetElapsedTime(0), context.Request.Path.Value!.TrimStart('/')));
            await context.Response.WriteAsync("served");
        });
        return new CountingServer(application, address, arrivals);
    }

    /// <summary>The most requests that came in any window.</summary>
    public int MostIn(TimeSpan window)
    {
        var (arrivals, most, first) = (Arrivals, 0, 0);
        for (var last = 0; last < arrivals.Count; last++)
        {
            while (arrivals[last].At - arrivals[first].At >= window)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}

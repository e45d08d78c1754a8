using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SieSmart.Runtime.Tests.Support;

/// <summary>A real Kestrel on a free loopback port that answers as a test says and remembers what it was asked.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    // A process remembers tokens and budgets of hosts, and a host is known by its port: no test may get another's.
    private static readonly ConcurrentDictionary<int, bool> PortsSoFar = new();

    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly WebApplication _application;

    private StubServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>A server that answers as a test says.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="headerEncoding">What its headers are written in; null for ASCII alone, beyond which Kestrel sends nothing.</param>
    public static async Task<StubServer> StartAsync(RequestDelegate answer, Encoding? headerEncoding = null)
    {
        while (true)
        {
            var server = await StartOnAnyPortAsync(answer, headerEncoding);
            if (PortsSoFar.TryAdd(server.Address.Port, true))
            {
                return server;
            }

            await server.DisposeAsync();
        }
    }

    /// <summary>A server that gives every request the same answer.</summary>
    public static Task<StubServer> StartAsync(
        int status,
        string body = "",
        string contentType = "application/json",
        params (string Name, string Value)[] headers) =>
        StartAsync(context => AnswerAsync(context, status, body, contentType, headers));

    public static Task AnswerAsync(
        HttpContext context,
        int status,
        string body = "",
        string contentType = "application/json",
        params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers.Append(name, value);
        }

        if (body.Length == 0)
        {
            return Task.CompletedTask;
        }

        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private static async Task<StubServer> StartOnAnyPortAsync(RequestDelegate answer, Encoding? headerEncoding)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ResponseHeaderEncodingSelector = _ => headerEncoding!).UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var server = new StubServer(application);
        application.Run(async context =>
        {
            await server.RecordAsync(context.Request);
            await answer(context);
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    private async Task RecordAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        _requests.Enqueue(new RecordedRequest(
            request.Method,
            request.Path,
            request.Headers.ToDictionary(header => header.Key, header => (IReadOnlyList<string>)[.. header.Value.OfType<string>()], StringComparer.OrdinalIgnoreCase),
            body));
    }
}

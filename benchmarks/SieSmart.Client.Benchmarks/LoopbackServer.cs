using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace SieSmart.Client.Benchmarks;

/// <summary>Answers every request with a proposal, over a port of this machine. In the same process, so that bytes are those of both sides.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    public static async Task<LoopbackServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var application = builder.Build();
        application.Run(AnswerAsync);
        await application.StartAsync().ConfigureAwait(false);
        return new LoopbackServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Bodies.Proposal.Length;
        context.Response.Headers.ETag = "\"2026-03-02T09:08:07.123Z\"";
        context.Response.Headers["X-Trace-Id"] = "b3f1a0f2c4d94e0e8a5d";
        return context.Response.Body.WriteAsync(Bodies.Proposal, 0, Bodies.Proposal.Length);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SieSmart.Sandbox.Tests.Fixtures;

/// <summary>A broker's server that takes notifications.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly Channel<ReceivedNotification> _received = Channel.CreateUnbounded<ReceivedNotification>();
    private readonly WebApplication _application;

    private WebhookReceiver(WebApplication application) => _application = application;

    public string BasePath => $"{_application.Urls.Single()}/hooks/siesmart";

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new WebhookReceiver(builder.Build());
        receiver._application.Run(receiver.ReceiveAsync);
        await receiver._application.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public async Task<ReceivedNotification> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        return await _received.Reader.ReadAsync(limit.Token);
    }

    public bool HasMore => _received.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _received.Writer.TryWrite(new ReceivedNotification(
            context.Request.Method, context.Request.Path.Value ?? string.Empty, headers, body!.AsObject()));
    }
}

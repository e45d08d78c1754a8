namespace SieSmart.Pipeline.DependencyInjection;

/// <summary>
/// Sends each request through the handlers that the factory has at the time, so that a client can be kept for as long as
/// the application runs and still gets new connections when the factory renews its handlers.
/// </summary>
internal sealed class FactoryMessageHandler(IHttpMessageHandlerFactory factory, string name) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The factory disposes of its handlers when nobody refers to them any more.
        using var invoker = new HttpMessageInvoker(factory.CreateHandler(name), disposeHandler: false);
        return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}

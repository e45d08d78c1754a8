using Microsoft.Extensions.DependencyInjection;
using SieSmart.Pipeline.Events;

namespace SieSmart.Pipeline;

/// <summary>
/// Takes the handlers away that the host adds to all clients, and says so once: whoever counts on them, for telemetry or a proxy's
/// credentials, would look for them in vain. Thread-safe.
/// </summary>
internal sealed class HostHandlerRemoval(ClientRegistration client)
{
    private int _isTold;

    /// <param name="handlers">
    /// The handlers so far. Those of <c>ConfigureHttpClientDefaults</c> come before those of a client by name, whichever was called
    /// first: what is there now is the host's.
    /// </param>
    /// <param name="provider">The container.</param>
    public void Apply(IList<DelegatingHandler> handlers, IServiceProvider provider)
    {
        if (handlers.Count == 0 || provider.GetRequiredService<ClientAccounts>().Of(client).Options.KeepHostHandlers)
        {
            return;
        }

        var names = string.Join(", ", handlers.Select(handler => handler.GetType().Name));
        handlers.Clear();
        if (Interlocked.Exchange(ref _isTold, 1) == 0)
        {
            provider.GetRequiredService<ClientResources>().TelemetryOf(client.Identity).Notify(new HostHandlersRemoved(client.HttpClientName, names));
        }
    }
}

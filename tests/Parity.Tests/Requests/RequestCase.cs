using Microsoft.Kiota.Abstractions;
using Parity.Tests.Calls;

namespace Parity.Tests.Requests;

/// <summary>One way to call an executor.</summary>
/// <param name="Name">What is special about it; equal for both clients.</param>
/// <param name="Body">Makes the body; null for none.</param>
/// <param name="Query">Sets query parameters; null for none.</param>
/// <param name="Redirect">Leads to another address first; null to stay.</param>
internal sealed record RequestCase(string Name, object? Body = null, Action<object>? Query = null, Func<object, object>? Redirect = null)
{
    /// <summary>What comes to the server, or what keeps it from being sent.</summary>
    public Task<string> SendAsync(Executor executor, BaseAddress address) =>
        SendAsync(executor, transport => transport.Adapter(address.ForAdapters));

    /// <summary>What comes to the server through an adapter, or what keeps it from being sent.</summary>
    public async Task<string> SendAsync(Executor executor, Func<StubTransport, IRequestAdapter> adapter)
    {
        using var transport = new StubTransport(() => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        try
        {
            await executor.CallAsync(adapter(transport), Body, Query, Redirect);
        }
        catch (Exception exception) when (transport.Sent is null)
        {
            return $"not sent: {exception.GetType().Name}: {exception.Message}";
        }
        catch (Exception exception)
        {
            return $"{transport.Sent}\nthen: {exception.GetType().Name}";
        }

        return transport.Sent ?? "nothing is sent";
    }
}

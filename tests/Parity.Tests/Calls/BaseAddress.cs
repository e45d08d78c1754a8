using System.Reflection;
using Parity.Tests.Clients;

namespace Parity.Tests.Calls;

/// <summary>Where a client sends its requests.</summary>
/// <param name="Own">The address that it has by itself; null if its document names none.</param>
internal sealed record BaseAddress(string? Own)
{
    private const string Fallback = "https://api.example.test/base";

    /// <summary>What to give an adapter, so that something can be sent: nothing, if the client's own will do.</summary>
    public string? ForAdapters =>
        Own is not null && !Own.Contains('{', StringComparison.Ordinal) && Uri.TryCreate(Own, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? null : Fallback;

    public static BaseAddress Of(CompiledClient client)
    {
        using var transport = new StubTransport(() => throw new InvalidOperationException("Nothing is sent here."));
        var adapter = transport.Adapter(address: null);
        try
        {
            Activator.CreateInstance(client.Root, adapter);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is InvalidOperationException)
        {
            // The client's document names no whole address, and the client says so.
            return new BaseAddress(Own: null);
        }

        return new BaseAddress(string.IsNullOrEmpty(adapter.BaseUrl) ? null : adapter.BaseUrl);
    }
}

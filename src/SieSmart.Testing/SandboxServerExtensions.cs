using SieSmart.Client;
using SieSmart.Sandbox;

namespace SieSmart.Testing;

/// <summary>Clients that talk to a sandbox.</summary>
public static class SandboxServerExtensions
{
    /// <summary>Makes a client that talks to a sandbox. Dispose of it before the sandbox.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="configure">Changes the options before the client is made; null leaves them as they are.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sandbox"/> is null.</exception>
    public static SieSmartClient CreateClient(this SandboxServer sandbox, Action<SieSmartClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        var options = new SieSmartClientOptions();
        sandbox.Configure(options);
        configure?.Invoke(options);

        // A transport of its own: two sandboxes may have one port, one after the other, and tokens of the first are worth nothing.
        return new SieSmartClient(options, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    /// <summary>
    /// Points options to a sandbox: addresses and credentials. For an application under test:
    /// <c>services.Configure&lt;SieSmartClientOptions&gt;(sandbox.Configure)</c>.
    /// </summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="options">The options to change.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Configure(this SandboxServer sandbox, SieSmartClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        ArgumentNullException.ThrowIfNull(options);
        options.BaseAddress = sandbox.BaseAddress;
        options.TokenEndpoint = sandbox.TokenEndpoint;
        options.ClientId = sandbox.ClientId;
        options.ClientSecret = sandbox.ClientSecret;
    }
}

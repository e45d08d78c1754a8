using SieSmart.Sandbox;

namespace CrmPortal.Tests.Fixtures;

/// <summary>A portal of a test's own, before a sandbox of its own that another one can take the place of.</summary>
internal sealed class OwnPortal : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("crm-portal-own-");
    private readonly SandboxOptions _options;
    private PortalProcess _portal = null!;
    private IAsyncDisposable? _before;

    private OwnPortal(SandboxOptions options) => _options = options;

    public SandboxServer Sandbox { get; private set; } = null!;

    public string Address => _portal.Address;

    /// <summary>What it has written so far, its log included.</summary>
    public string Output => _portal.Output;

    /// <summary>Where the table is.</summary>
    public string Book => Path.Combine(_data.FullName, "book.db");

    /// <param name="options">How the sandbox behaves.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <param name="standBefore">Starts what the portal takes for the sandbox; null for the sandbox itself.</param>
    public static async Task<OwnPortal> StartAsync(
        SandboxOptions options,
        CancellationToken cancellationToken,
        Func<SandboxServer, Task<(Uri BaseAddress, IAsyncDisposable Server)>>? standBefore = null)
    {
        var own = new OwnPortal(options);
        try
        {
            own.Sandbox = await SandboxServer.StartAsync(options, cancellationToken);
            var address = own.Sandbox.BaseAddress;
            if (standBefore is not null)
            {
                (address, own._before) = await standBefore(own.Sandbox);
            }

            own._portal = await PortalProcess.StartAsync(
                own._data.FullName,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["BaseAddress"] = address.AbsoluteUri,
                    ["TokenEndpoint"] = own.Sandbox.TokenEndpoint.AbsoluteUri,
                    ["ClientId"] = own.Sandbox.ClientId,
                    ["ClientSecret"] = own.Sandbox.ClientSecret,
                },
                cancellationToken);
            return own;
        }
        catch
        {
            await own.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a SieSmart that knows nothing, and gives its numbers anew, in the place of the one that was there.</summary>
    public async Task BeginAnewAsync(CancellationToken cancellationToken)
    {
        var port = Sandbox.BaseAddress.Port;
        await Sandbox.DisposeAsync();
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = port, ETags = _options.ETags }, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        if (_before is not null)
        {
            await _before.DisposeAsync();
        }

        if (Sandbox is not null)
        {
            await Sandbox.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }
}

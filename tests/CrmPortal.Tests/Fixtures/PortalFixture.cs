using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Requirements;
using SieSmart;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Versions;

namespace CrmPortal.Tests.Fixtures;

/// <summary>The real portal in its own process, a real sandbox behind it, and a real browser in front.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    // No test is about the limit of 100 requests a minute: they must not wait for it.
    private const int NoLimit = 100_000;

    // Far beyond what a page takes on a slow, busy machine.
    private const float LongestStepInMilliseconds = 30_000;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("crm-portal-tests-");
    private readonly List<IBrowserContext> _people = [];
    private PortalProcess _portal = null!;
    private ServiceProvider _services = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>What is behind the portal.</summary>
    public SandboxServer Sandbox { get; private set; } = null!;

    /// <summary>The way past the portal, for what no page shows.</summary>
    public SieSmartClient Client { get; private set; } = null!;

    /// <summary>Where the portal listens, without a slash at its end.</summary>
    public string Address => _portal.Address;

    public async ValueTask InitializeAsync()
    {
        // A fixture can't skip tests: each of them does.
        if (MachineRequirements.Chromium.Path is not { } browser)
        {
            return;
        }

        // Quoted ETags are the ones that a form could spoil most easily.
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { ETags = ETagOptions.Quoted, RequestsPerWindow = NoLimit, RequestLogCapacity = NoLimit });
        _services = new ServiceCollection()
            .AddLogging()
            .AddSieSmartClient(options =>
            {
                options.BaseAddress = Sandbox.BaseAddress;
                options.TokenEndpoint = Sandbox.TokenEndpoint;
                options.ClientId = Sandbox.ClientId;
                options.ClientSecret = Sandbox.ClientSecret;
                options.RequestsPerMinute = NoLimit;
            })
            .Services.BuildServiceProvider();
        Client = _services.GetRequiredService<SieSmartClient>();
        await StartPortalAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = browser,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        if (Sandbox is not null)
        {
            await Sandbox.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }

    /// <summary>Kills the portal, and starts it again with the same table.</summary>
    public async Task RestartPortalAsync()
    {
        await _portal.DisposeAsync();
        await StartPortalAsync();
    }

    /// <summary>A person with a browser of their own: no cookies are shared. All of them leave with <see cref="ForgetAsync"/>.</summary>
    /// <param name="name">Who they are; null for somebody who has not signed in.</param>
    /// <param name="width">The width of their screen in pixels.</param>
    public async Task<Person> MeetAsync(string? name = Person.Ada, int width = 1200)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        _people.Add(context);
        context.SetDefaultTimeout(LongestStepInMilliseconds);
        var person = new Person(await context.NewPageAsync(), () => Address);
        if (name is not null)
        {
            await person.SignInAsync(name);
        }

        return person;
    }

    /// <summary>Ends a test: closes all browsers, and drops the faults that did not happen.</summary>
    public async Task ForgetAsync()
    {
        Sandbox.Faults.Clear();
        foreach (var person in _people)
        {
            await person.CloseAsync();
        }

        _people.Clear();
    }

    private async Task StartPortalAsync() => _portal = await PortalProcess.StartAsync(
        _data.FullName,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BaseAddress"] = Sandbox.BaseAddress.AbsoluteUri,
            ["TokenEndpoint"] = Sandbox.TokenEndpoint.AbsoluteUri,
            ["ClientId"] = Sandbox.ClientId,
            ["ClientSecret"] = Sandbox.ClientSecret,
            ["RequestsPerMinute"] = $"{NoLimit}",
        },
        TestContext.Current.CancellationToken);
}

using System.Net;
using Microsoft.Playwright;
using Requirements;
using SieSmart.Sandbox.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace SieSmart.Sandbox.Tests.Overview;

/// <summary>The page in a real browser.</summary>
public sealed class OverviewBrowserTests : IAsyncLifetime
{
    private const float LongestWaitInMilliseconds = 30_000;

    private SandboxServer _sandbox = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        // Tests may call it before they ask for the browser, which leaves them out where there is none.
        _sandbox = await LocalSandbox.StartAsync();
        if (MachineRequirements.Chromium.Path is not { } browser)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = browser,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    [Fact]
    public async Task Its_buttons_do_what_they_say()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var page = await OpenAsync();
        using var caller = await ApiCaller.ConnectAsync(_sandbox);
        var created = await caller.CreateAsync();

        await page.GetByLabel("Fault").SelectOptionAsync(new SelectOptionValue { Label = "503, nothing is done" });
        await PressAsync("Plan the fault", "Planned for the next request to the API: 503, nothing is done.");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await caller.GetAsync("/common/offices")).Status);

        await page.GetByLabel("Times").FillAsync("3");
        await PressAsync("Plan the fault", "Planned for the next 3 requests");
        await PressAsync("Forget planned faults", "Nothing is planned any more.");
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/common/offices")).Status);

        await page.GetByLabel("Webhook").FillAsync(receiver.BasePath);
        await PressAsync("Send a test webhook", "answered 20");
        Assert.Equal("DECISION_RECEIVED", (await receiver.NextAsync()).Body["eventType"]!.GetValue<string>());
        await page.GetByLabel("Webhook").FillAsync("https://elsewhere.example");
        await PressAsync("Send a test webhook", "must be a loopback address");

        await PressAsync("Refresh the database", "All proposals, subscriptions and webhooks are gone.");
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"/proposals/{created.ProposalId}")).Status);
        await PressAsync("Revoke all tokens", "All tokens are void");
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync("/common/offices")).Status);

        async Task PressAsync(string button, string said)
        {
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button }).ClickAsync();
            await SeeAsync(page.GetByRole(AriaRole.Status), said);
        }
    }

    [Fact]
    public async Task Shows_what_happens_while_it_is_open_and_keeps_what_is_typed()
    {
        var page = await OpenAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.GetByLabel("Times").FillAsync("7");
        using var caller = await ApiCaller.ConnectAsync(_sandbox);

        var created = await caller.CreateAsync();

        await SeeAsync(page.GetByRole(AriaRole.Row, new PageGetByRoleOptions { Name = "POST /proposals/proposal" }), created.ETag!);
        Assert.Equal("7", await page.GetByLabel("Times").InputValueAsync());
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Fits_its_screen(int width, ColorScheme scheme)
    {
        using var caller = await ApiCaller.ConnectAsync(_sandbox);
        var created = await caller.CreateCompleteAsync();
        await caller.PutCustomerAsync(created.ProposalId, created.ETag!);
        await caller.PutCustomerAsync(created.ProposalId, created.ETag!);

        var page = await OpenAsync(width, scheme);

        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            foreach (var other in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = other });
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"sandbox-{width}-{other}.png"), FullPage = true });
            }
        }
    }

    private static Task SeeAsync(ILocator where, string text) =>
        Expect(where.First).ToContainTextAsync(text, new LocatorAssertionsToContainTextOptions { Timeout = LongestWaitInMilliseconds });

    private async Task<IPage> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        MachineRequirements.Chromium.PathOrSkip();
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme });
        context.SetDefaultTimeout(LongestWaitInMilliseconds);
        var page = await context.NewPageAsync();
        await page.GotoAsync(_sandbox.OverviewAddress.ToString());
        return page;
    }
}

using CrmPortal.Tests.Fixtures;
using Microsoft.Playwright;

namespace CrmPortal.Tests.Appearance;

/// <summary>
/// All pages, on a desk and on a phone, by day and by night. What they look like is in the folder <c>screenshots</c> beside this
/// assembly: look at it after a change.
/// </summary>
public sealed class AppearanceTests(PortalFixture portal) : PortalTests(portal)
{
    /// <summary>Texts whose colour is less than 4.5 times as light or dark as what is behind them, which WCAG 2 asks for.</summary>
    private const string FaintTexts = """
        () => {
            const channel = value => { value /= 255; return value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4; };
            const light = ([red, green, blue]) => .2126 * channel(red) + .7152 * channel(green) + .0722 * channel(blue);
            const colour = text => text.match(/[\d.]+/g).map(Number);
            const behind = element => {
                for (; element; element = element.parentElement) {
                    const found = colour(getComputedStyle(element).backgroundColor);
                    if (found.length === 3 || found[3] > 0) return found;
                }
                return [255, 255, 255];
            };
            return [...document.querySelectorAll('body *')]
                .filter(element => element.checkVisibility() && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
                .filter(element => {
                    const [darker, lighter] = [light(colour(getComputedStyle(element).color)), light(behind(element))].sort((one, other) => one - other);
                    return (lighter + .05) / (darker + .05) < 4.5;
                })
                .map(element => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`);
        }
        """;

    private static readonly IReadOnlyList<int> Widths = [1280, 390];

    private static readonly IReadOnlyList<ColorScheme> Schemes = [ColorScheme.Light, ColorScheme.Dark];

    private static readonly string LongName = new('W', 150);

    [Fact]
    public async Task Every_page_fits_and_can_be_read()
    {
        var data = Directory.CreateTempSubdirectory("crm-portal-looks-");
        try
        {
            await using var alone = await PortalProcess.StartAsync(data.FullName, new Dictionary<string, string>(StringComparer.Ordinal), TestContext.Current.CancellationToken);
            var person = await (await Portal.MeetAsync(name: null)).AtAsync(alone.Address);
            var colleague = await (await Portal.MeetAsync(name: null)).AtAsync(alone.Address, Person.Lucia);
            await LookAsync(person, await WalkAsync(person, colleague));

            await person.CreateAsync(LongName, LongName);
            await LookAsync(person, [("long-names", person.Page.Url), ("table-of-long-names", $"{alone.Address}/")]);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task LookAsync(Person person, IReadOnlyList<(string Name, string Address)> pages)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots"));
        foreach (var scheme in Schemes)
        {
            foreach (var width in Widths)
            {
                await person.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                await person.Page.SetViewportSizeAsync(width, 600);
                foreach (var (name, address) in pages)
                {
                    await person.Page.GotoAsync(address);
                    await person.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder.FullName, $"{name}-{width}-{scheme}.png"), FullPage = true });
                    Assert.True(
                        await person.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                        $"{name} is wider than {width} pixels.");
                    var faint = await person.Page.EvaluateAsync<string[]>(FaintTexts);
                    Assert.True(faint.Length == 0, $"{name}, {scheme}: {string.Join("; ", faint)}");
                }
            }
        }
    }

    /// <summary>Brings about every page, and says where it is: what a form leads to has an address, too.</summary>
    private static async Task<IReadOnlyList<(string Name, string Address)>> WalkAsync(Person person, Person colleague)
    {
        var pages = new List<(string, string)>();
        await person.OpenAsync("/sign-in");
        Note("sign-in");
        await person.OpenAsync("/proposals/new");
        Note("new");

        await person.OpenAsync("/");
        await person.FollowAsync("Ultrasound scanner");
        await person.SeeHeadingAsync("Ultrasound scanner");
        while (await person.Page.GetByText("Look for the decision").CountAsync() > 0)
        {
            await person.PressAsync("Look for the decision");
            await person.Page.Locator(".notice").WaitForAsync();
        }

        Note("decided");
        await person.OpenAsync("/");
        await person.FollowAsync("Desktop PCs");
        await person.FollowAsync("Ready to submit?");
        await person.SeeAsync("Submit for a decision");
        Note("ready");
        await person.OpenAsync("/");
        await person.FollowAsync("Imaging suite");
        await person.SeeHeadingAsync("Imaging suite");
        Note("declined");
        await person.OpenAsync("/");
        await person.FollowAsync("Fork-lift trucks");
        await person.SeeHeadingAsync("Fork-lift trucks, warehouse 3");
        Note("draft");
        var proposal = person.Page.Url;
        await person.FollowAsync("Ready to submit?");
        await person.SeeAsync("The proposal has no asset.");
        Note("not-ready");
        await person.Page.GotoAsync($"{proposal}/assets");
        Note("asset");

        await person.Page.GotoAsync($"{proposal}/calculation");
        Note("calculation");
        await person.FillAsync("Financed amount", "much");
        await person.PressAsync("Save");
        await person.SeeAsync("Enter an amount such as");
        Note("complaint");

        await person.Page.GotoAsync($"{proposal}/customer");
        await person.FillAsync("E-mail", "finance@logistics.example");
        await person.FillAsync("Street and number", "12 Dock Road");
        await colleague.Page.GotoAsync($"{proposal}/customer");
        await colleague.FillAsync("E-mail", "warehouse3@logistics.example");
        await colleague.FillAsync("City", "Bath");
        await colleague.SaveAsync();
        await person.PressAsync("Save");
        await person.SeeHeadingAsync("Somebody else saved first");
        Note("conflict");

        await person.Page.GotoAsync($"{proposal}/customer");
        await person.FillAsync("Postal code", "BS1 1AA");
        await colleague.Page.GotoAsync($"{proposal}/calculation");
        await colleague.ChooseInListAsync("Payment", "2");
        await colleague.SaveAsync();
        await person.PressAsync("Save");
        await person.SeeAsync("Save my change");
        Note("conflict-elsewhere");

        await person.OpenAsync("/");
        Note("table");
        return pages;

        void Note(string name) => pages.Add((name, person.Page.Url));
    }
}

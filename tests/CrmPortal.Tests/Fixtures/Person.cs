using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmPortal.Tests.Fixtures;

/// <summary>Somebody who uses the portal in a browser, and sees what a person sees: labels, buttons, headings.</summary>
public sealed class Person(IPage page, Func<string> address)
{
    public const string Ada = "Ada Ferris";
    public const string Lucia = "Lucía Prado";

    // More than any page has to press Tab through.
    private const int MostTabs = 80;

    // The default of five seconds is too short for a slow, busy machine.
    private const float LongestWaitInMilliseconds = 30_000;

    public IPage Page => page;

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    public Task OpenAsync(string path) => page.GotoAsync(address() + path);

    /// <summary>The same person, signed in to another portal: the cookie of the first is worth nothing there.</summary>
    /// <param name="other">Where that one is, without a slash at its end.</param>
    /// <param name="name">Who they are there.</param>
    public async Task<Person> AtAsync(string other, string name = Ada)
    {
        var there = new Person(page, () => other);
        await there.SignInAsync(name);
        return there;
    }

    public async Task SignInAsync(string name)
    {
        await OpenAsync("/sign-in");
        await PressAsync(name);
        await SeeHeadingAsync("Proposals");
    }

    public Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link }).First.ClickAsync();

    /// <summary>Creates a proposal by the form, and ends on its page.</summary>
    /// <returns>Its number.</returns>
    public async Task<long> CreateAsync(string label = "Fork-lift trucks", string company = "Example Logistics Ltd")
    {
        await FillNewProposalAsync(label, company);
        await PressAsync("Create");
        await SeeHeadingAsync(label);
        return long.Parse(new Uri(page.Url).Segments[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>Creates a proposal that lacks nothing.</summary>
    /// <returns>Its number.</returns>
    public async Task<long> CreateCompleteAsync(string label = "Rack servers")
    {
        await FillNewProposalAsync(label, "Example Logistics Ltd");
        await ChooseInListAsync("Kind of asset", "ITE2202");
        await FillAsync("Description", "Rack servers");
        await FillAsync("Quantity", "4");
        await FillAsync("Unit price", "12,000");
        await PressAsync("Create");
        await SeeHeadingAsync(label);
        return long.Parse(new Uri(page.Url).Segments[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>Fills the form that adds an asset, and does not send it.</summary>
    public async Task FillAssetAsync(long id, string description)
    {
        await OpenAsync($"/proposals/{id}/assets");
        await ChooseInListAsync("Kind of asset", "ITE");
        await FillAsync("Description", description);
    }

    public async Task FillNewProposalAsync(string label, string company)
    {
        await OpenAsync("/proposals/new");
        await FillAsync("Label", label);
        await FillAsync("Company", company);
        await FillAsync("E-mail", "office@logistics.example");
        await FillAsync("Financed amount", "48,000");
        await ChooseInListAsync("Currency", "GBP");
        await ChooseInListAsync("Term in months", "36");
    }

    /// <summary>Chooses from a list by the value that SieSmart is sent.</summary>
    public Task ChooseInListAsync(string label, string value) => page.GetByLabel(label).SelectOptionAsync(value);

    public Task FillAsync(string label, string text) => page.GetByLabel(label).FillAsync(text);

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button }).First.ClickAsync();

    /// <summary>Opens the form of a proposal's customer, fills one field, and saves.</summary>
    public async Task ChangeCustomerAsync(long id, string label, string text)
    {
        await OpenAsync($"/proposals/{id}/customer");
        await FillAsync(label, text);
        await SaveAsync();
    }

    /// <summary>Saves, and sees that it was saved.</summary>
    public async Task SaveAsync()
    {
        await PressAsync("Save");
        await SeeAsync("Saved.");
    }

    public Task SeeHeadingAsync(string text) =>
        Expect(Heading).ToHaveTextAsync(text, new LocatorAssertionsToHaveTextOptions { Timeout = LongestWaitInMilliseconds });

    public Task SeeAsync(string text) =>
        Expect(page.GetByText(text).First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = LongestWaitInMilliseconds });

    /// <summary>One field of the conflict page, by its name.</summary>
    public ILocator Compared(string field) => page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = field });

    /// <summary>Who of "Theirs" and "Mine" is chosen for a field of the conflict page; null for nobody.</summary>
    public async Task<string?> ChosenAsync(string field)
    {
        foreach (var side in new[] { "Theirs", "Mine" })
        {
            if (await Compared(field).GetByLabel(side).IsCheckedAsync())
            {
                return side;
            }
        }

        return null;
    }

    public Task ChooseAsync(string field, string side) => Compared(field).GetByLabel(side).CheckAsync();

    /// <summary>What a proposal's page says of a field.</summary>
    public Task SeeValueAsync(string field, string value) =>
        Expect(page.Locator("dl > div", new PageLocatorOptions { Has = page.Locator("dt", new PageLocatorOptions { HasTextString = field }) }).Locator("dd"))
            .ToHaveTextAsync(value, new LocatorAssertionsToHaveTextOptions { Timeout = LongestWaitInMilliseconds, UseInnerText = true });

    /// <summary>Presses Tab until something has the focus, as who has no mouse.</summary>
    public async Task TabToAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{MostTabs} presses of Tab did not lead to {target}.");
    }
}

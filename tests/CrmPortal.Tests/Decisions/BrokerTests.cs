using CrmPortal.Tests.Fixtures;
using Microsoft.Playwright;

namespace CrmPortal.Tests.Decisions;

/// <summary>What a broker is there for, from the first page to the last.</summary>
public sealed class BrokerTests(PortalFixture portal) : PortalTests(portal)
{
    // Each look waits for two seconds at most, and the sandbox decides after two.
    private const int MostLooks = 20;

    [Fact]
    public async Task From_signing_in_to_the_document_of_the_decision()
    {
        var person = await Portal.MeetAsync(name: null);
        await person.OpenAsync("/");
        await person.SeeHeadingAsync("Who is at the desk?");
        await person.PressAsync(Person.Ada);
        await person.SeeHeadingAsync("Proposals");

        var label = $"Servers {Guid.NewGuid()}";
        var id = await person.CreateAsync(label);
        await person.SeeAsync("Ada Ferris, London");
        await person.SeeAsync("Not submitted");

        await person.FollowAsync("Ready to submit?");
        await person.SeeAsync("The proposal has no asset.");
        Assert.Equal(0, await person.Page.GetByText("Submit for a decision").CountAsync());

        await person.FollowAsync("Add an asset");
        await person.ChooseInListAsync("Kind of asset", "ITE2202");
        await person.FillAsync("Description", "Rack servers");
        await person.FillAsync("Quantity", "4");
        await person.FillAsync("Unit price", "12,000");
        await person.PressAsync("Add");
        await person.SeeAsync("Added.");
        await person.SeeAsync("Server (ITE2202)");
        await person.SeeAsync("4 × 12,000.00");

        await person.FollowAsync("Ready to submit?");
        await person.FillAsync("Note for the underwriter", "Replaces the ones of 2019.");
        await person.PressAsync("Submit for a decision");
        await person.SeeAsync("Submitted.");
        await person.SeeValueAsync("Your note", "Replaces the ones of 2019.");

        for (var look = 0; look < MostLooks && await Look(person).CountAsync() > 0; look++)
        {
            await Look(person).ClickAsync();
            await person.Page.Locator(".notice").WaitForAsync();
        }

        await person.SeeAsync("Accepted");
        var download = await person.Page.RunAndWaitForDownloadAsync(() => person.FollowAsync("Download the document"));
        Assert.Equal($"decision-{id}.pdf", download.SuggestedFilename);
        Assert.StartsWith("%PDF", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await person.OpenAsync("/");
        var row = await person.Page.GetByRole(AriaRole.Row, new PageGetByRoleOptions { Name = label }).InnerTextAsync();
        Assert.Contains("Accepted", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_looks_for_decisions()
    {
        var person = await Portal.MeetAsync();
        var label = $"Waiting {Guid.NewGuid()}";
        await person.CreateCompleteAsync(label);
        await person.FollowAsync("Ready to submit?");
        await person.PressAsync("Submit for a decision");
        await person.SeeAsync("Submitted.");

        await person.OpenAsync("/");
        var row = person.Page.GetByRole(AriaRole.Row, new PageGetByRoleOptions { Name = label });
        for (var look = 0; look < MostLooks && !(await row.InnerTextAsync()).Contains("Accepted", StringComparison.Ordinal); look++)
        {
            await person.PressAsync("Look for decisions");
            await person.SeeAsync("All that wait for a decision were looked at.");
            await person.OpenAsync("/");
        }

        Assert.Contains("Accepted", await row.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static ILocator Look(Person person) => person.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Look for the decision" });
}

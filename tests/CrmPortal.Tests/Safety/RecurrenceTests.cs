using CrmPortal.Tests.Fixtures;
using Microsoft.Playwright;

namespace CrmPortal.Tests.Safety;

/// <summary>After a wipe, SieSmart may give a number to another proposal.</summary>
public sealed class RecurrenceTests(PortalFixture portal) : PortalTests(portal)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_that_comes_again_is_the_new_proposals()
    {
        await using var own = await OwnPortal.StartAsync(new(), Cancellation);
        var person = await (await Portal.MeetAsync(name: null)).AtAsync(own.Address);
        var first = await person.CreateAsync("Old cranes", "Example Harbour Ltd");
        await own.BeginAnewAsync(Cancellation);

        var second = await person.CreateAsync("New cranes", "Example Harbour Ltd");

        Assert.Equal(first, second);
        await person.OpenAsync("/");
        var old = await person.Page.GetByRole(AriaRole.Row, new PageGetByRoleOptions { Name = "Old cranes" }).InnerTextAsync();
        Assert.Contains("gone", old, StringComparison.Ordinal);
        Assert.DoesNotContain($"{first}", old, StringComparison.Ordinal);
        await person.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "New cranes" }).ClickAsync();
        await person.SeeHeadingAsync("New cranes");

        await person.OpenAsync("/");
        await person.PressAsync("Remove Old cranes from the table");
        await person.SeeAsync("Removed from your table.");
        Assert.Equal(0, await person.Page.GetByText("Old cranes").CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/customer")]
    public async Task An_old_row_does_not_open_somebody_elses_proposal(string page)
    {
        await using var own = await OwnPortal.StartAsync(new(), Cancellation);
        var person = await (await Portal.MeetAsync(name: null)).AtAsync(own.Address);
        var id = await person.CreateAsync("Old cranes", "Example Harbour Ltd");
        await own.BeginAnewAsync(Cancellation);
        await CreateDirectlyAsync(own);

        await person.OpenAsync($"/proposals/{id}{page}");

        await person.SeeHeadingAsync("This number belongs to another proposal now");
        Assert.DoesNotContain("Another Customer Ltd", await person.Page.ContentAsync(), StringComparison.Ordinal);
        await person.PressAsync($"Remove proposal {id} from the table");
        await person.SeeAsync("Removed from your table.");
    }

    [Fact]
    public async Task A_save_to_an_old_row_does_not_show_somebody_elses_proposal()
    {
        await using var own = await OwnPortal.StartAsync(new(), Cancellation);
        var person = await (await Portal.MeetAsync(name: null)).AtAsync(own.Address);
        var id = await person.CreateAsync("Old cranes", "Example Harbour Ltd");
        await person.OpenAsync($"/proposals/{id}/customer");
        await person.FillAsync("City", "Bath");
        await own.BeginAnewAsync(Cancellation);
        await CreateDirectlyAsync(own);

        await person.PressAsync("Save");

        await person.SeeHeadingAsync("This number belongs to another proposal now");
        Assert.DoesNotContain("Another Customer Ltd", await person.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_that_was_renamed_elsewhere_can_be_kept()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync("Cranes", "Example Harbour Ltd");
        var (proposal, etag) = await Portal.Client.Proposals[id].GetAsync(cancellationToken: Cancellation);
#pragma warning disable SIE9001 // The portal uses the same name.
        proposal.Customer!.CompanyName = "Example Harbours plc";
#pragma warning restore SIE9001
        await Portal.Client.Proposals[id].Customer.PutAsync(proposal.Customer, etag, cancellationToken: Cancellation);
        await person.OpenAsync($"/proposals/{id}");
        await person.SeeHeadingAsync("This number belongs to another proposal now");

        await person.PressAsync("It is the same one");

        await person.SeeHeadingAsync("Cranes");
        await person.SeeValueAsync("Company", "Example Harbours plc");
        await person.OpenAsync($"/proposals/{id}");
        await person.SeeHeadingAsync("Cranes");
    }

    private static async Task CreateDirectlyAsync(OwnPortal own)
    {
        using var client = new SieSmart.SieSmartClient(new SieSmart.Client.SieSmartClientOptions
        {
            BaseAddress = own.Sandbox.BaseAddress,
            TokenEndpoint = own.Sandbox.TokenEndpoint,
            ClientId = own.Sandbox.ClientId,
            ClientSecret = own.Sandbox.ClientSecret,
        });
#pragma warning disable SIE9001 // The portal uses the same name.
        await client.Proposals.Proposal.PostAsync(new() { OfficeId = 1001, Label = "Theirs", Customer = new() { CompanyName = "Another Customer Ltd" } }, cancellationToken: Cancellation);
#pragma warning restore SIE9001
    }
}

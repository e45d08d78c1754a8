using CrmPortal.Tests.Fixtures;
using Microsoft.Playwright;

namespace CrmPortal.Tests.Proposals;

public sealed class ProposalTests(PortalFixture portal) : PortalTests(portal)
{
    [Fact]
    public async Task Creates_a_proposal_and_has_it_in_its_table_after_a_restart()
    {
        var person = await Portal.MeetAsync();
        var label = $"Cranes {Guid.NewGuid()}";
        var id = await person.CreateAsync(label, "Example Harbour Ltd");
        await person.SeeValueAsync("Financed amount", "48,000.00");

        await Portal.RestartPortalAsync();

        await person.OpenAsync("/");
        var row = person.Page.GetByRole(AriaRole.Row, new PageGetByRoleOptions { Name = label });
        Assert.Contains("Example Harbour Ltd", await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("48,000.00 GBP", await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains($"{id}", await row.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saves_an_edit_and_leaves_what_no_form_shows()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        var (proposal, etag) = await Portal.Client.Proposals[id].GetAsync(cancellationToken: TestContext.Current.CancellationToken);
        proposal.Customer!.AdditionalData["vatNumber"] = "GB 000 0000 00";
        await Portal.Client.Proposals[id].Customer.PutAsync(proposal.Customer, etag, cancellationToken: TestContext.Current.CancellationToken);

        await person.ChangeCustomerAsync(id, "City", "Bristol");

        await person.SeeValueAsync("City", "Bristol");
        await person.SeeValueAsync("E-mail", "office@logistics.example");
        var (saved, _) = await Portal.Client.Proposals[id].GetAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("GB 000 0000 00", saved.Customer!.AdditionalData["vatNumber"]);
    }

    [Fact]
    public async Task Does_not_take_a_decimal_comma_for_a_separator_of_thousands()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        await person.OpenAsync($"/proposals/{id}/calculation");
        await person.FillAsync("Financed amount", "48000,50");
        await person.PressAsync("Save");

        await person.SeeAsync("Enter an amount such as 48000.00.");
        Assert.Equal("48000,50", await person.Page.GetByLabel("Financed amount").InputValueAsync());
    }

    [Fact]
    public async Task Says_what_the_api_does_not_accept_once_in_the_portals_words_and_keeps_what_was_typed()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        await person.OpenAsync($"/proposals/{id}/calculation");
        await person.FillAsync("Financed amount", "0");
        await person.PressAsync("Save");

        await person.SeeAsync("SieSmart did not accept this");
        var input = person.Page.GetByLabel("Financed amount");
        Assert.Equal("0.00", await input.InputValueAsync());
        Assert.Equal("true", await input.GetAttributeAsync("aria-invalid"));
        var page = await person.Page.Locator("main").InnerTextAsync();
        Assert.Equal(1, page.Split("must be more than 0").Length - 1);
        Assert.Contains("Financed amount must be more than 0", page, StringComparison.Ordinal);
        Assert.DoesNotContain("financedAmount", page, StringComparison.Ordinal);
        await person.SeeAsync("trace id");

        await person.FillAsync("Financed amount", "52000");
        await person.SaveAsync();
        await person.SeeValueAsync("Financed amount", "52,000.00");
    }

    [Fact]
    public async Task Says_that_a_proposal_is_gone_after_a_refresh_of_the_test_database()
    {
        var person = await Portal.MeetAsync();
        var label = $"Gone {Guid.NewGuid()}";
        var id = await person.CreateAsync(label);
        Portal.Sandbox.RefreshDatabase();

        await person.OpenAsync($"/proposals/{id}");
        await person.SeeHeadingAsync("SieSmart no longer has this proposal");
        await person.SeeAsync("trace id");

        await person.PressAsync($"Remove proposal {id} from the table");
        await person.SeeAsync("Removed from your table.");
        Assert.Equal(0, await person.Page.GetByText(label).CountAsync());
    }

    [Fact]
    public async Task Starts_with_examples_in_a_sandbox_of_its_own_where_nothing_is_configured()
    {
        var data = Directory.CreateTempSubdirectory("crm-portal-alone-");
        try
        {
            var person = await Portal.MeetAsync(name: null);
            for (var start = 1; start <= 2; start++)
            {
                await using var alone = await PortalProcess.StartAsync(data.FullName, new Dictionary<string, string>(StringComparer.Ordinal), TestContext.Current.CancellationToken);
                var there = await person.AtAsync(alone.Address);
                Assert.Equal(4, await person.Page.Locator("tbody tr").CountAsync());
                await person.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Ultrasound scanner" }).ClickAsync();
                await there.SeeValueAsync("Financed amount", "126,500.00");
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}

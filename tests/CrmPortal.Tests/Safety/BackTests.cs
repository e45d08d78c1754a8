using CrmPortal.Tests.Fixtures;
using Microsoft.Playwright;

namespace CrmPortal.Tests.Safety;

/// <summary>What a POST shows is a page of its own, to which one can go back and which can be loaded again.</summary>
public sealed class BackTests(PortalFixture portal) : PortalTests(portal)
{
    [Fact]
    public async Task Back_leads_to_the_conflict_that_was_left()
    {
        var me = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync();
        var id = await me.CreateAsync();
        await me.OpenAsync($"/proposals/{id}/customer");
        await me.FillAsync("City", "Bath");
        await colleague.ChangeCustomerAsync(id, "City", "Bristol");
        await me.PressAsync("Save");
        await me.SeeHeadingAsync("Somebody else saved first");
        await me.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Fork-lift trucks" }).ClickAsync();
        await me.SeeValueAsync("City", "Bristol");

        await me.Page.GoBackAsync();

        await me.SeeHeadingAsync("Somebody else saved first");
        await me.ChooseAsync("City", "Mine");
        await me.PressAsync("Save what is chosen");
        await me.SeeValueAsync("City", "Bath");
    }

    [Theory]
    [InlineData("much")]
    [InlineData("0.00")]
    public async Task Back_leads_to_what_was_typed_into_a_form_that_was_not_accepted(string amount)
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        await person.OpenAsync($"/proposals/{id}/calculation");
        await person.FillAsync("Financed amount", amount);
        await person.ChooseInListAsync("Term in months", "48");
        await person.PressAsync("Save");
        await person.Page.Locator("[aria-invalid=true]").First.WaitForAsync();
        await person.OpenAsync("/");

        await person.Page.GoBackAsync();

        await CheckAsync();
        await person.Page.ReloadAsync();
        await CheckAsync();

        async Task CheckAsync()
        {
            Assert.Equal(amount, await person.Page.GetByLabel("Financed amount").InputValueAsync());
            Assert.Equal("48", await person.Page.GetByLabel("Term in months").InputValueAsync());
        }
    }

    [Fact]
    public async Task Every_page_that_a_form_leads_to_can_be_loaded_again()
    {
        var person = await Portal.MeetAsync();
        await person.FillNewProposalAsync("Cranes", "Example Harbour Ltd");
        await person.FillAsync("Financed amount", "much");
        await person.PressAsync("Create");
        await person.SeeAsync("Enter an amount such as 48000.00.");

        await person.Page.ReloadAsync();
        Assert.Equal("Cranes", await person.Page.GetByLabel("Label").InputValueAsync());
        await person.FillAsync("Financed amount", "48000");
        await person.PressAsync("Create");
        await person.SeeHeadingAsync("Cranes");
    }

    [Fact]
    public async Task A_page_that_is_not_kept_any_more_says_so()
    {
        var person = await Portal.MeetAsync();

        await person.OpenAsync($"/kept/{Guid.NewGuid()}");

        await person.SeeHeadingAsync("This page is not kept any more");
    }
}

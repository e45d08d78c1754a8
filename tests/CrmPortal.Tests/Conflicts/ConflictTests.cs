using System.Globalization;
using CrmPortal.Tests.Fixtures;
using Microsoft.Playwright;
using SieSmart.Sandbox.Faults;

namespace CrmPortal.Tests.Conflicts;

public sealed class ConflictTests(PortalFixture portal) : PortalTests(portal)
{
    [Fact]
    public async Task Shows_both_versions_and_saves_what_is_chosen_field_by_field()
    {
        var me = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync(Person.Lucia);
        var id = await me.CreateAsync();
        await me.OpenAsync($"/proposals/{id}/customer");
        await me.FillAsync("E-mail", "mine@logistics.example");
        await me.FillAsync("City", "Bath");
        await colleague.OpenAsync($"/proposals/{id}/customer");
        await colleague.FillAsync("E-mail", "theirs@logistics.example");
        await colleague.FillAsync("Street", "12 Dock Road");
        await colleague.SaveAsync();

        await me.PressAsync("Save");

        await me.SeeHeadingAsync("Somebody else saved first");
        var email = await me.Compared("E-mail").InnerTextAsync();
        Assert.Contains("both changed it", email, StringComparison.Ordinal);
        Assert.Contains("theirs@logistics.example", email, StringComparison.Ordinal);
        Assert.Contains("mine@logistics.example", email, StringComparison.Ordinal);
        Assert.Contains("When you opened it: office@logistics.example", email, StringComparison.Ordinal);
        Assert.Null(await me.ChosenAsync("E-mail"));
        Assert.Equal("Mine", await me.ChosenAsync("City"));
        Assert.Equal("Theirs", await me.ChosenAsync("Street"));
        Assert.Equal(0, await me.Compared("Company").CountAsync());
        var now = (await Portal.Client.Proposals[id].GetAsync(cancellationToken: TestContext.Current.CancellationToken)).ETag;
        Assert.True(now.TryGetTimestamp(out var savedAt));
        await me.SeeAsync($"Somebody changed the customer on {InLondon(savedAt)}.");
        await me.SeeAsync("Last saved through this portal by Lucía Prado");

        // One summary of it all follows the choices, without a script.
        await me.SeeValueAsync("City", "Bath yours");
        await me.SeeValueAsync("Street", "12 Dock Road theirs");
        await me.SeeValueAsync("Company", "Example Logistics Ltd");
        await me.SeeValueAsync("E-mail", "please decide above");
        await me.ChooseAsync("E-mail", "Theirs");
        await me.SeeValueAsync("E-mail", "theirs@logistics.example theirs");
        await me.ChooseAsync("E-mail", "Mine");
        await me.SeeValueAsync("E-mail", "mine@logistics.example yours");
        await me.PressAsync("Save what is chosen");

        await me.SeeAsync("Saved.");
        await me.SeeValueAsync("E-mail", "mine@logistics.example");
        await me.SeeValueAsync("City", "Bath");
        await me.SeeValueAsync("Street", "12 Dock Road");
    }

    [Fact]
    public async Task Shows_the_conflict_again_if_somebody_saves_while_it_is_resolved()
    {
        var me = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync();
        var id = await me.CreateAsync();
        await me.OpenAsync($"/proposals/{id}/customer");
        await me.FillAsync("City", "Bath");
        await colleague.ChangeCustomerAsync(id, "Street", "12 Dock Road");
        await me.PressAsync("Save");
        await me.SeeHeadingAsync("Somebody else saved first");
        await colleague.ChangeCustomerAsync(id, "City", "Bristol");

        await me.PressAsync("Save what is chosen");

        await me.SeeAsync("both changed it");
        Assert.Contains("Bristol", await me.Compared("City").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Null(await me.ChosenAsync("City"));
        await me.ChooseAsync("City", "Mine");
        await me.PressAsync("Save what is chosen");
        await me.SeeAsync("Saved.");
        await me.SeeValueAsync("City", "Bath");
        await me.SeeValueAsync("Street", "12 Dock Road");
    }

    [Fact]
    public async Task Keeps_a_change_to_another_part()
    {
        var me = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync();
        var id = await me.CreateAsync();
        await me.OpenAsync($"/proposals/{id}/customer");
        await me.FillAsync("City", "Bath");
        await colleague.OpenAsync($"/proposals/{id}/calculation");
        await colleague.FillAsync("Financed amount", "52000");
        await colleague.SaveAsync();

        await me.PressAsync("Save");

        await me.SeeAsync("Somebody changed the calculation on ");
        Assert.Equal(0, await me.Page.GetByRole(AriaRole.Radio).CountAsync());
        await me.PressAsync("Save my change");
        await me.SeeValueAsync("City", "Bath");
        await me.SeeValueAsync("Financed amount", "52,000.00");
    }

    [Fact]
    public async Task Saves_nothing_while_a_field_that_both_changed_is_undecided()
    {
        var me = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync();
        var id = await ConflictAsync(me, colleague);

        await me.PressAsync("Save what is chosen");

        await me.SeeAsync("Nothing was saved yet: please decide");
        await colleague.OpenAsync($"/proposals/{id}");
        await colleague.SeeValueAsync("City", "Bristol");
    }

    [Theory]
    [InlineData("Keep all of theirs", "Bristol")]
    [InlineData("Use all of mine", "Bath")]
    public async Task Takes_one_side_as_a_whole(string button, string city)
    {
        var me = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync();
        await ConflictAsync(me, colleague);

        await me.PressAsync(button);

        await me.SeeValueAsync("City", city);
    }

    [Fact]
    public async Task Has_nothing_to_ask_where_both_typed_the_same()
    {
        var me = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync();
        var id = await me.CreateAsync();
        await me.OpenAsync($"/proposals/{id}/customer");
        await me.FillAsync("City", "Bath");
        await colleague.ChangeCustomerAsync(id, "City", "Bath");

        await me.PressAsync("Save");

        await me.SeeAsync("Your values are there");
    }

    [Fact]
    public async Task Keeps_the_choice_when_saving_it_fails()
    {
        var me = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync();
        await ConflictAsync(me, colleague);
        await me.ChooseAsync("City", "Mine");
        Portal.Sandbox.Faults.Enqueue(Fault.Status(System.Net.HttpStatusCode.Forbidden).On("PUT", "/proposals/{proposal-id}/customer"));

        await me.PressAsync("Save what is chosen");

        await me.SeeAsync("The portal may not do this");
        Assert.Equal("Mine", await me.ChosenAsync("City"));
        await me.PressAsync("Save what is chosen");
        await me.SeeValueAsync("City", "Bath");
    }

    [Fact]
    public async Task Can_be_resolved_without_a_mouse()
    {
        var me = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync();
        await ConflictAsync(me, colleague);

        await me.TabToAsync(me.Compared("City").GetByLabel("Theirs"));
        await me.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("Mine", await me.ChosenAsync("City"));
        await me.TabToAsync(me.Page.GetByText("Save what is chosen"));
        await me.Page.Keyboard.PressAsync("Enter");

        await me.SeeValueAsync("City", "Bath");
    }

    [Fact]
    public async Task Fits_a_phone()
    {
        var me = await Portal.MeetAsync(width: 360);
        var colleague = await Portal.MeetAsync();
        await ConflictAsync(me, colleague, mine: new string('m', 150));

        Assert.True(await me.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await me.ChooseAsync("City", "Mine");
        await me.PressAsync("Save what is chosen");
        await me.SeeAsync("Saved.");
    }

    private static string InLondon(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Two people change the city to Bath and to Bristol; the first sees the conflict page.</summary>
    private static async Task<long> ConflictAsync(Person me, Person colleague, string mine = "Bath")
    {
        var id = await me.CreateAsync();
        await me.OpenAsync($"/proposals/{id}/customer");
        await me.FillAsync("City", mine);
        await colleague.ChangeCustomerAsync(id, "City", "Bristol");
        await me.PressAsync("Save");
        await me.SeeHeadingAsync("Somebody else saved first");
        return id;
    }
}

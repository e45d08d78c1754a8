using CrmPortal.Tests.Fixtures;
using SieSmart.Sandbox.Faults;

namespace CrmPortal.Tests.Decisions;

public sealed class SubmissionTests(PortalFixture portal) : PortalTests(portal)
{
    private const string Decision = "/proposals/{proposal-id}/decision";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submits_only_what_was_seen()
    {
        var me = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync(Person.Lucia);
        var id = await me.CreateCompleteAsync();
        await me.FollowAsync("Ready to submit?");
        await me.FillAsync("Note for the underwriter", "As agreed.");
        await colleague.ChangeCustomerAsync(id, "City", "Bristol");

        await me.PressAsync("Submit for a decision");

        await me.SeeAsync("Somebody changed the customer on ");
        await me.SeeAsync("Last saved through this portal by Lucía Prado");
        await me.SeeValueAsync("City", "Bristol");
        Assert.Equal("As agreed.", await me.Page.GetByLabel("Note for the underwriter").InputValueAsync());
        Assert.Null((await ReadAsync(id)).Decision);

        await me.PressAsync("Submit for a decision");
        await me.SeeAsync("Submitted.");
        Assert.Equal("As agreed.", (await ReadAsync(id)).Decision!.CommentToRiskAnalyst);
    }

    [Fact]
    public async Task A_submission_whose_answer_is_lost_is_not_sent_again_and_the_page_shows_what_became_of_it()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateCompleteAsync();
        var before = Submissions();
        Portal.Sandbox.Faults.Enqueue(Fault.DroppedAfterWrite().On("POST", Decision));
        await person.FollowAsync("Ready to submit?");

        await person.PressAsync("Submit for a decision");

        await person.SeeAsync("It may have been submitted, or not");
        await person.SeeAsync("Asked for");
        Assert.Equal(before + 1, Submissions());
        Assert.NotNull((await ReadAsync(id)).Decision);

        int Submissions() => Portal.Sandbox.Requests.Count(request => request.Method == "POST" && request.Path.EndsWith("/decision", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Adds_an_asset_to_what_was_seen()
    {
        var me = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync(Person.Lucia);
        var id = await me.CreateAsync();
        await me.FillAssetAsync(id, "Fork-lift truck");
        await colleague.FillAssetAsync(id, "Pallet truck");
        await colleague.PressAsync("Add");
        await colleague.SeeAsync("Added.");

        await me.PressAsync("Add");

        await me.SeeAsync("Somebody changed the assets on ");
        await me.SeeAsync("Pallet truck");
        Assert.Equal("Fork-lift truck", await me.Page.GetByLabel("Description").InputValueAsync());
        Assert.Single((await ReadAsync(id)).Assets!);
        await me.PressAsync("Add");
        await me.SeeAsync("Added.");
#pragma warning disable SIE9001 // The portal uses the same name.
        Assert.Equal(["Pallet truck", "Fork-lift truck"], (await ReadAsync(id)).Assets!.Select(asset => asset.Description));
#pragma warning restore SIE9001
    }

    [Fact]
    public async Task Says_what_the_underwriter_asks_for()
    {
        await using var own = await OwnPortal.StartAsync(new(), Cancellation, AskingUnderwriter.StartAsync);
        var person = await (await Portal.MeetAsync(name: null)).AtAsync(own.Address);
        await person.CreateCompleteAsync();
        await person.FollowAsync("Ready to submit?");

        await person.PressAsync("Submit for a decision");

        await person.SeeAsync("More information needed");
        await person.SeeAsync(AskingUnderwriter.Question);
        await person.FollowAsync("Submit again");
        await person.SeeHeadingAsync("Ready to submit?");
        await person.OpenAsync("/");
        await person.SeeAsync("More information needed");
    }

    private async Task<SieSmart.Models.Proposal> ReadAsync(long id) => (await Portal.Client.Proposals[id].GetAsync(cancellationToken: Cancellation)).Value;
}

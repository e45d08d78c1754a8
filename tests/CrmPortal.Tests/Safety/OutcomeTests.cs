using System.Net;
using CrmPortal.Tests.Fixtures;
using Microsoft.Playwright;
using SieSmart.Sandbox.Faults;

namespace CrmPortal.Tests.Safety;

public sealed class OutcomeTests(PortalFixture portal) : PortalTests(portal)
{
    private const string Creation = "/proposals/proposal";
    private const string Customer = "/proposals/{proposal-id}/customer";

    [Fact]
    public async Task Says_that_a_change_may_have_been_saved_and_finds_it_by_looking()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        Portal.Sandbox.Faults.Enqueue(Fault.DroppedAfterWrite().On("PUT", Customer));
        await person.OpenAsync($"/proposals/{id}/customer");
        await person.FillAsync("City", "Bath");
        await person.PressAsync("Save");

        await person.SeeHeadingAsync("It may have been saved, or not");
        await person.PressAsync("Look up what was saved");

        await person.SeeAsync("Your values are there");
        await person.SeeValueAsync("City", "Bath");
    }

    [Fact]
    public async Task Does_not_say_of_a_change_that_was_repeated_that_it_was_sent_once()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        Portal.Sandbox.Faults.Enqueue(Fault.Status(HttpStatusCode.BadGateway).On("PUT", Customer), times: 8);
        var before = Saves();
        await person.OpenAsync($"/proposals/{id}/customer");
        await person.FillAsync("City", "Bath");
        await person.PressAsync("Save");

        await person.SeeHeadingAsync("It may have been saved, or not");
        Assert.True(Saves() > before + 1);
        Assert.DoesNotContain("not sent it again", await person.Page.ContentAsync(), StringComparison.Ordinal);
        await person.SeeAsync("Whatever is sent for this version can be saved once at most");

        int Saves() => Portal.Sandbox.Requests.Count(request => request.Method == "PUT");
    }

    [Fact]
    public async Task Shows_what_is_there_if_a_doubtful_change_is_not()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        Portal.Sandbox.Faults.Enqueue(Fault.Status(HttpStatusCode.InternalServerError).On("PUT", Customer));
        await person.OpenAsync($"/proposals/{id}/customer");
        await person.FillAsync("City", "Bath");
        await person.PressAsync("Save");
        await person.SeeHeadingAsync("It may have been saved, or not");
        await person.SeeAsync("trace id");

        await person.PressAsync("Look up what was saved");

        await person.SeeHeadingAsync("Your change is not there");
        await person.PressAsync("Save my change");
        await person.SeeAsync("Saved.");
        await person.SeeValueAsync("City", "Bath");
    }

    [Fact]
    public async Task Never_sends_a_doubtful_create_again_and_takes_its_number_from_who_has_looked()
    {
        var person = await Portal.MeetAsync();
        var label = $"Doubtful {Guid.NewGuid()}";
        var before = Creations();
        Portal.Sandbox.Faults.Enqueue(Fault.DroppedAfterWrite().On("POST", Creation));
        await person.FillNewProposalAsync(label, "Example Logistics Ltd");
        await person.PressAsync("Create");
        await person.SeeAsync("This proposal may have been created, or not");

        await Portal.RestartPortalAsync();
        await person.OpenAsync("/");
        await person.SeeAsync("One proposal may or may not exist");
        await person.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = label }).ClickAsync();
        await person.FillAsync("Its number", "999999999");
        await person.PressAsync("Put it into the table");
        await person.SeeAsync("SieSmart has no proposal 999999999.");

        var (next, _) = await Portal.Client.Proposals.Proposal.PostAsync(new() { OfficeId = 1001 }, cancellationToken: TestContext.Current.CancellationToken);
        await person.FillAsync("Its number", $"{next.ProposalId - 1}");
        await person.PressAsync("Put it into the table");

        await person.SeeHeadingAsync(label);
        Assert.Equal(before + 2, Creations());
    }

    [Fact]
    public async Task Creates_one_proposal_from_a_form_that_is_sent_twice()
    {
        var person = await Portal.MeetAsync();
        var before = Creations();
        await person.FillNewProposalAsync("Twice", "Example Logistics Ltd");
        var inputs = await person.Page.EvaluateAsync<Dictionary<string, string>>("() => Object.fromEntries(new FormData(document.querySelector('main form')))");
        for (var time = 1; time <= 2; time++)
        {
            var form = person.Page.Context.APIRequest.CreateFormData();
            foreach (var (name, value) in inputs)
            {
                form.Set(name, value);
            }

            var answer = await person.Page.Context.APIRequest.PostAsync($"{Portal.Address}/proposals/new", new APIRequestContextOptions { Form = form });
            Assert.Contains("<h1>Twice</h1>", await answer.TextAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(before + 1, Creations());
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_the_rate_limit_is_reached()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        Portal.Sandbox.Faults.Enqueue(Fault.TooManyRequests(TimeSpan.FromSeconds(1)).On("PUT", Customer), times: 4);
        await person.OpenAsync($"/proposals/{id}/customer");
        await person.FillAsync("City", "Bath");
        await person.PressAsync("Save");

        await person.SeeAsync("SieSmart takes no more requests for now");
        await person.SeeAsync("trace id");
        await person.SaveAsync();
        await person.SeeValueAsync("City", "Bath");
    }

    private int Creations() => Portal.Sandbox.Requests.Count(request => request.Method == "POST" && request.Path.EndsWith(Creation, StringComparison.Ordinal));
}

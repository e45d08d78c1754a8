using System.Net;
using CrmPortal.Tests.Fixtures;

namespace CrmPortal.Tests.SigningIn;

public sealed class SignInTests(PortalFixture portal) : PortalTests(portal)
{
    [Fact]
    public async Task A_page_asks_who_is_there_and_is_shown_after_that()
    {
        var ada = await Portal.MeetAsync();
        var id = await ada.CreateAsync();
        var person = await Portal.MeetAsync(name: null);

        await person.OpenAsync($"/proposals/{id}/customer");
        await person.SeeHeadingAsync("Who is at the desk?");
        await person.PressAsync(Person.Lucia);

        await person.SeeHeadingAsync("Customer");
        await person.SeeAsync("Lucía Prado");
        await person.PressAsync("Sign out");
        await person.SeeHeadingAsync("Who is at the desk?");
        await person.OpenAsync($"/proposals/{id}");
        await person.SeeHeadingAsync("Who is at the desk?");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Does_not_lead_on_to_another_site(string address)
    {
        var person = await Portal.MeetAsync(name: null);
        await person.OpenAsync($"/sign-in?return={Uri.EscapeDataString(address)}");

        await person.PressAsync(Person.Ada);

        await person.SeeHeadingAsync("Proposals");
        Assert.Equal($"{Portal.Address}/", person.Page.Url);
    }

    [Fact]
    public async Task What_one_person_typed_is_shown_to_nobody_else()
    {
        var ada = await Portal.MeetAsync();
        var lucia = await Portal.MeetAsync(Person.Lucia);
        var id = await ada.CreateAsync();
        await ada.OpenAsync($"/proposals/{id}/calculation");
        await ada.FillAsync("Financed amount", "much");
        await ada.PressAsync("Save");
        await ada.Page.Locator("[aria-invalid=true]").First.WaitForAsync();

        await lucia.Page.GotoAsync(ada.Page.Url);

        await lucia.SeeHeadingAsync("This page is not kept any more");
    }

    [Fact]
    public async Task Says_who_saved_last()
    {
        var ada = await Portal.MeetAsync();
        var lucia = await Portal.MeetAsync(Person.Lucia);
        var id = await ada.CreateAsync();
        await ada.SeeAsync("Last saved through this portal by Ada Ferris");

        await lucia.ChangeCustomerAsync(id, "City", "Bath");

        await ada.OpenAsync($"/proposals/{id}");
        await ada.SeeAsync("Last saved through this portal by Lucía Prado");
    }

    [Fact]
    public async Task Answers_by_the_names_of_this_machine_alone()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{Portal.Address}/sign-in"));
        request.Headers.Host = "elsewhere.example";

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}

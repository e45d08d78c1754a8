using System.Net;
using CrmPortal.Tests.Fixtures;
using Microsoft.Playwright;

namespace CrmPortal.Tests.Safety;

public sealed class BrowserTests(PortalFixture portal) : PortalTests(portal)
{
    private const string Markup = "\"><script>window.taken = true</script><img src=x onerror='window.taken = true'>";

    [Fact]
    public async Task Shows_markup_in_a_value_as_text()
    {
        var person = await Portal.MeetAsync();
        var colleague = await Portal.MeetAsync();
        var id = await person.CreateAsync(Markup, Markup);
        await CheckAsync();
        await person.SeeValueAsync("Company", Markup);

        await person.OpenAsync("/");
        await person.SeeAsync(Markup);
        await CheckAsync();

        await person.OpenAsync($"/proposals/{id}/customer");
        Assert.Equal(Markup, await person.Page.GetByLabel("Company").InputValueAsync());
        await person.FillAsync("City", Markup);
        await CheckAsync();
        await colleague.ChangeCustomerAsync(id, "City", Markup + Markup);

        await person.PressAsync("Save");
        await person.SeeHeadingAsync("Somebody else saved first");
        Assert.Contains(Markup + Markup, await person.Compared("City").InnerTextAsync(), StringComparison.Ordinal);
        await CheckAsync();

        async Task CheckAsync()
        {
            // The policy would stop a script anyway: the elements must not be there in the first place.
            Assert.Equal(0, await person.Page.Locator("script, img").CountAsync());
            Assert.False(await person.Page.EvaluateAsync<bool>("() => 'taken' in window"));
        }
    }

    [Fact]
    public async Task Tells_the_browser_nothing_secret_and_to_run_no_script()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        foreach (var path in new[] { "/", "/sign-in", "/proposals/new", $"/proposals/{id}", $"/proposals/{id}/customer", $"/proposals/{id}/assets", $"/proposals/{id}/submission", "/nowhere" })
        {
            var answer = (await person.Page.GotoAsync(Portal.Address + path))!;
            var headers = await answer.AllHeadersAsync();
            Assert.StartsWith("default-src 'none'; style-src 'self';", headers["content-security-policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", headers["content-security-policy"], StringComparison.Ordinal);
            Assert.Equal("no-store", headers["cache-control"].Split(',')[^1].Trim());
            Assert.DoesNotContain(Portal.Sandbox.ClientSecret, await answer.TextAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/proposals/new")]
    [InlineData("/proposals/{id}/customer")]
    [InlineData("/proposals/{id}/customer/conflict")]
    [InlineData("/proposals/{id}/customer/look")]
    [InlineData("/proposals/{id}/removal")]
    [InlineData("/proposals/{id}/assets")]
    [InlineData("/proposals/{id}/submission")]
    [InlineData("/proposals/{id}/decision")]
    [InlineData("/decisions")]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/drafts/{draft}/number")]
    [InlineData("/drafts/{draft}/removal")]
    public async Task Takes_no_form_that_another_site_could_have_sent(string path)
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        var form = person.Page.Context.APIRequest.CreateFormData();
        foreach (var (name, value) in new[] { ("etag", "x"), ("number", "1"), ("draft", $"{Guid.NewGuid()}"), ("user", "ada") })
        {
            form.Set(name, value);
        }

        // The browser sends its cookies along, whoever makes it send the form.
        var address = Portal.Address + path.Replace("{id}", $"{id}", StringComparison.Ordinal).Replace("{draft}", $"{Guid.NewGuid()}", StringComparison.Ordinal);
        var answer = await person.Page.Context.APIRequest.PostAsync(address, new APIRequestContextOptions { Form = form });

        Assert.Equal(400, answer.Status);
        Assert.Contains("This form can’t be taken", WebUtility.HtmlDecode(await answer.TextAsync()), StringComparison.Ordinal);
        await person.OpenAsync($"/proposals/{id}");
        await person.SeeHeadingAsync("Fork-lift trucks");
    }

    [Fact]
    public async Task Refuses_a_form_that_has_lost_its_version()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        await person.OpenAsync($"/proposals/{id}/customer");
        await person.FillAsync("City", "Bath");
        await person.Page.EvaluateAsync("() => document.querySelector('input[name=etag]').remove()");
        await person.PressAsync("Save");

        await person.SeeHeadingAsync("This form is not complete");
        await person.OpenAsync($"/proposals/{id}");
        await person.SeeValueAsync("City", "empty");
    }

    [Fact]
    public async Task Can_be_used_without_a_mouse()
    {
        var person = await Portal.MeetAsync();
        var id = await person.CreateAsync();
        await person.OpenAsync($"/proposals/{id}");

        await person.TabToAsync(person.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Edit Customer" }));
        await person.Page.Keyboard.PressAsync("Enter");
        await person.TabToAsync(person.Page.GetByLabel("City"));
        await person.Page.Keyboard.TypeAsync("Bath");
        await person.Page.Keyboard.PressAsync("Enter");

        await person.SeeAsync("Saved.");
        await person.SeeValueAsync("City", "Bath");
    }
}

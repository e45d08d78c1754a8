using CrmPortal.Tests.Fixtures;

namespace CrmPortal.Tests.Safety;

/// <summary>Pages that lead to the log.</summary>
public sealed class LogTests(PortalFixture portal) : PortalTests(portal)
{
    [Fact]
    public async Task A_fault_of_the_portal_is_in_its_log()
    {
        await using var own = await OwnPortal.StartAsync(new(), TestContext.Current.CancellationToken);
        var person = await (await Portal.MeetAsync(name: null)).AtAsync(own.Address);
        await person.CreateAsync();
        await File.WriteAllTextAsync(own.Book, new string('x', 8192), TestContext.Current.CancellationToken);

        await person.OpenAsync("/");

        await person.SeeHeadingAsync("The portal failed");
        await person.SeeAsync("its log says more");
        Assert.Contains("SqliteException", own.Output, StringComparison.Ordinal);
        var code = await person.Page.Locator(".trace code").InnerTextAsync();
        Assert.Contains(code, own.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_siesmart_refused_is_in_the_log_with_its_trace_id_and_without_secrets()
    {
        await using var own = await OwnPortal.StartAsync(new(), TestContext.Current.CancellationToken);
        var person = await (await Portal.MeetAsync(name: null)).AtAsync(own.Address);
        var id = await person.CreateAsync();
        own.Sandbox.RefreshDatabase();

        await person.OpenAsync($"/proposals/{id}");

        await person.SeeHeadingAsync("SieSmart no longer has this proposal");
        Assert.Contains(own.Sandbox.Requests[^1].TraceId, own.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Sandbox.ClientSecret, own.Output, StringComparison.Ordinal);
    }
}

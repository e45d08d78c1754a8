using System.Net;
using System.Text;
using SieSmart.Sandbox.Tests.Fixtures;

namespace SieSmart.Sandbox.Tests;

public sealed class ProposalTests
{
    [Fact]
    public async Task An_office_is_enough_to_create_a_proposal()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var created = await caller.CreateAsync("""{ "officeId": 1001 }""");

        Assert.Equal(HttpStatusCode.OK, created.Status);
        Assert.NotNull(created.ETag);
        Assert.Equal(1001, created.Json["officeId"]!.GetValue<int>());
        Assert.Empty(created.Json["assets"]!.AsArray());
    }

    [Fact]
    public async Task Reads_back_what_was_written_and_fields_that_it_does_not_know_too()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        await caller.SendAsync(
            "PUT",
            $"/proposals/{created.ProposalId}/customer",
            """{ "companyName": "Brook & Söhne", "vatNumber": "GB1", "tree": { "a": [1, 2.50] } }""",
            created.ETag!);
        var read = await caller.GetAsync($"/proposals/{created.ProposalId}");

        Assert.Equal(
            """{"companyName":"Brook & Söhne","vatNumber":"GB1","tree":{"a":[1,2.50]}}""",
            read.Json["customer"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Assets_are_added_to_those_that_are_there()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var first = await caller.CreateAsync();
        var path = $"/proposals/{first.ProposalId}/assets";

        var second = await caller.SendAsync("POST", path, """[ { "iacCode": "ITE2201" } ]""", first.ETag!);
        var third = await caller.SendAsync("POST", path, """[ { "iacCode": "MED" }, { "iacCode": "ITE" } ]""", second.ETag!);

        var codes = third.Json["assets"]!.AsArray().Select(asset => asset!["iacCode"]!.GetValue<string>());
        Assert.Equal(["ITE2201", "MED", "ITE"], codes);
    }

    [Fact]
    public async Task Calculates_the_instalment_of_an_annuity()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var created = await caller.CreateAsync("""
            { "officeId": 1001, "calculation": { "financedAmount": 12000, "termInMonths": 12, "instalment": 1 } }
            """);

        // 7 percent a year: 12000 * i / (1 - (1 + i)^-12), i = 0.07 / 12.
        Assert.Equal(1038.32m, created.Json["calculation"]!["instalment"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task A_bank_account_shows_in_the_customer_and_survives_a_new_customer()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync("""{ "officeId": 2001 }""");

        var added = await caller.SendAsync(
            "POST",
            $"/proposals/{created.ProposalId}/customer/bank-account",
            """{ "iban": "ES9121000418450200051332" }""",
            created.ETag!);
        var changed = await caller.SendAsync(
            "PUT",
            $"/proposals/{created.ProposalId}/customer",
            """{ "companyName": "Arroyo SL", "bankAccount": { "iban": "stale" } }""",
            added.ETag!);

        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Equal("ES9121000418450200051332", changed.Json["customer"]!["bankAccount"]!["iban"]!.GetValue<string>());
        Assert.Equal("Arroyo SL", changed.Json["customer"]!["companyName"]!.GetValue<string>());
    }

    [Fact]
    public async Task Only_an_office_in_Spain_has_bank_accounts()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync("""{ "officeId": 1001 }""");

        var answer = await caller.SendAsync(
            "POST",
            $"/proposals/{created.ProposalId}/customer/bank-account",
            """{ "iban": "ES9121000418450200051332" }""",
            created.ETag!);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["officeId"], answer.ViolatedFields);
    }

    [Theory]
    [InlineData("{}", "officeId")]
    [InlineData("""{ "officeId": null }""", "officeId")]
    [InlineData("""{ "officeId": 7 }""", "officeId")]
    [InlineData("""{ "officeId": "1001" }""", "officeId")]
    [InlineData("""{ "officeId": 1001.5 }""", "officeId")]
    [InlineData("""{ "officeId": 1001, "salesContactId": 10002001 }""", "salesContactId")]
    [InlineData("""{ "officeId": 1001, "label": 5 }""", "label")]
    [InlineData("""{ "officeId": 1001, "customer": [] }""", "customer")]
    [InlineData("""{ "officeId": 1001, "customer": { "postalAddress": { "city": 1 } } }""", "customer.postalAddress.city")]
    [InlineData("""{ "officeId": 1001, "assets": {} }""", "assets")]
    [InlineData("""{ "officeId": 1001, "assets": [ {}, 5 ] }""", "assets[1]")]
    [InlineData("""{ "officeId": 1001, "assets": [ {}, { "iacCode": "XYZ" } ] }""", "assets[1].iacCode")]
    [InlineData("""{ "officeId": 1001, "assets": [ { "quantity": 0 } ] }""", "assets[0].quantity")]
    [InlineData("""{ "officeId": 1001, "assets": [ { "unitPrice": -1 } ] }""", "assets[0].unitPrice")]
    [InlineData("""{ "officeId": 1001, "calculation": { "termInMonths": 13 } }""", "calculation.termInMonths")]
    [InlineData("""{ "officeId": 1001, "calculation": { "pricelistId": 1 } }""", "calculation.pricelistId")]
    [InlineData("""{ "officeId": 1001, "calculation": { "currency": "EUR" } }""", "calculation.currency")]
    [InlineData("""{ "officeId": 1001, "calculation": { "financedAmount": 0 } }""", "calculation.financedAmount")]
    [InlineData("""{ "officeId": 1001, "calculation": { "financedAmount": 1e300 } }""", "calculation.financedAmount")]
    public async Task Names_the_field_that_it_does_not_accept(string body, string field)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var answer = await caller.CreateAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([field], answer.ViolatedFields);
    }

    [Theory]
    [InlineData("ES9121000418450200051333")]
    [InlineData("ES91")]
    [InlineData("ES91 2100 0418 4502 0005 1332")]
    public async Task Refuses_what_is_no_iban(string iban)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync("""{ "officeId": 2001 }""");

        var answer = await caller.SendAsync(
            "POST",
            $"/proposals/{created.ProposalId}/customer/bank-account",
            $$"""{ "iban": "{{iban}}" }""",
            created.ETag!);

        Assert.Equal(["iban"], answer.ViolatedFields);
    }

    [Fact]
    public async Task Names_all_fields_at_once()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var answer = await caller.CreateAsync("""
            { "officeId": 1001, "label": 1, "assets": [ { "quantity": "two" } ], "calculation": { "financedAmount": -5 } }
            """);

        Assert.Equal(["label", "assets[0].quantity", "calculation.financedAmount"], answer.ViolatedFields);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Refuses_a_body_that_is_no_object(string body)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var answer = await caller.CreateAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("BODY_MALFORMED", answer.Text("code"));
    }

    [Fact]
    public async Task Refuses_a_body_that_is_not_declared_as_json()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var answer = await caller.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, sandbox.BaseAddress + "/proposals/proposal")
            {
                Content = new StringContent("""{ "officeId": 1001 }""", Encoding.UTF8, "text/plain"),
            });

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
    }

    [Theory]
    [InlineData("/proposals/proposal")]
    [InlineData("/proposals/1")]
    [InlineData("/proposals/abc")]
    [InlineData("/proposals/-100001")]
    [InlineData("/proposals/99999999999999999999")]
    [InlineData("/nothing/here")]
    public async Task Answers_404_for_what_is_not_there(string path)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        await caller.CreateAsync();

        var answer = await caller.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(answer.TraceId, answer.Text("traceId"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?office-id=")]
    [InlineData("?office-id=abc")]
    [InlineData("?office-id=7")]
    public async Task Lists_of_an_office_need_the_office(string query)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        foreach (var list in (string[])["sales-contacts", "iac-codes", "calculation-configuration"])
        {
            var answer = await caller.GetAsync($"/common/{list}{query}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal(["office-id"], answer.ViolatedFields);
        }
    }
}

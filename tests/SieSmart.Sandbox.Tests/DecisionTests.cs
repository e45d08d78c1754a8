using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SieSmart.Sandbox.Tests.Fixtures;
using SieSmart.Sandbox.Versions;

namespace SieSmart.Sandbox.Tests;

public sealed partial class DecisionTests
{
    [Theory]
    [InlineData("249999.99", "ACCEPTED")]
    [InlineData("250000", "DECLINED")]
    public async Task A_decision_is_pending_first_and_then_made_by_the_amount(decimal amount, string expected)
    {
        var clock = new ManualClock();
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = clock });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateCompleteAsync(amount);

        var submitted = await caller.SubmitAsync(
            created, """{ "commentToRiskAnalyst": "Old customer", "siemensMayContactCustomer": true }""");
        Assert.Equal("PENDING", submitted.DecisionStatus);
        Assert.Equal("2026-03-02T09:00:00.000Z", submitted.Json["decision"]!["decisionRequestedDate"]!.GetValue<string>());

        clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal("PENDING", (await caller.GetAsync($"/proposals/{created.ProposalId}")).DecisionStatus);

        clock.Advance(TimeSpan.FromSeconds(0.1));
        var decided = await caller.GetAsync($"/proposals/{created.ProposalId}");
        Assert.Equal(expected, decided.DecisionStatus);
        Assert.Equal("2026-03-02T09:00:02.000Z", decided.Json["decision"]!["decisionDate"]!.GetValue<string>());
        Assert.Equal("Old customer", decided.Json["decision"]!["commentToRiskAnalyst"]!.GetValue<string>());
        Assert.NotEqual(submitted.ETag, decided.ETag);
    }

    [Fact]
    public async Task A_proposal_can_be_submitted_without_a_body()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateCompleteAsync();

        var submitted = await caller.SendAsync("POST", $"/proposals/{created.ProposalId}/decision", body: null, created.ETag!);

        Assert.Equal(HttpStatusCode.OK, submitted.Status);
        Assert.Equal("PENDING", submitted.DecisionStatus);
    }

    [Fact]
    public async Task Without_a_financed_amount_the_prices_of_the_assets_count()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { PendingDuration = TimeSpan.Zero, DeclineFrom = 1000m });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync("""
            {
              "officeId": 1001, "customer": {}, "calculation": {},
              "assets": [ { "quantity": 3, "unitPrice": 300 }, { "unitPrice": 100 } ]
            }
            """);

        await caller.SubmitAsync(created);

        Assert.Equal("DECLINED", (await caller.GetAsync($"/proposals/{created.ProposalId}")).DecisionStatus);
    }

    [Fact]
    public async Task The_pre_check_names_what_is_missing_and_submitting_does_too()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        var check = await caller.GetAsync($"/proposals/{created.ProposalId}/decision/pre-check");
        var submitted = await caller.SubmitAsync(created);

        Assert.False(check.Json["requestAllowed"]!.GetValue<bool>());
        Assert.Equal(
            ["CUSTOMER_MISSING", "ASSET_MISSING", "CALCULATION_MISSING"],
            check.Json["preconditionViolations"]!.AsArray().Select(violation => violation!["code"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.BadRequest, submitted.Status);
        Assert.Equal(["customer", "assets", "calculation"], submitted.ViolatedFields);
    }

    [Fact]
    public async Task A_complete_proposal_may_be_submitted_but_not_twice_while_pending()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = new ManualClock(), ETags = ETagOptions.OnWrites });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateCompleteAsync();
        var path = $"/proposals/{created.ProposalId}/decision/pre-check";

        var before = await caller.GetAsync(path);
        var submitted = await caller.SubmitAsync(created);
        var after = await caller.GetAsync(path);
        var again = await caller.SubmitAsync(submitted);

        Assert.True(before.Json["requestAllowed"]!.GetValue<bool>());
        Assert.False(before.Json["cancelAllowed"]!.GetValue<bool>());
        Assert.False(after.Json["requestAllowed"]!.GetValue<bool>());
        Assert.True(after.Json["cancelAllowed"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
    }

    [Theory]
    [InlineData("commentToRiskAnalyst", "1")]
    [InlineData("siemensMayContactCustomer", "\"yes\"")]
    [InlineData("siemensMayRequestCreditData", "0")]
    [InlineData("prelease", "{}")]
    public async Task Names_the_field_of_a_submission_that_it_does_not_accept(string field, string value)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateCompleteAsync();

        var submitted = await caller.SubmitAsync(created, $$"""{ "{{field}}": {{value}} }""");

        Assert.Equal([field], submitted.ViolatedFields);
    }

    [Fact]
    public async Task There_is_no_document_before_the_decision()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = new ManualClock() });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateCompleteAsync();
        var path = $"/proposals/{created.ProposalId}/decision/decision-document/download";

        Assert.Equal(HttpStatusCode.Conflict, (await caller.GetAsync(path)).Status);
        await caller.SubmitAsync(created);
        Assert.Equal(HttpStatusCode.Conflict, (await caller.GetAsync(path)).Status);
    }

    [Fact]
    public async Task The_document_is_a_pdf_that_a_reader_can_open()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { PendingDuration = TimeSpan.Zero });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateCompleteAsync();
        await caller.SubmitAsync(created);

        var document = await caller.GetAsync($"/proposals/{created.ProposalId}/decision/decision-document/download");

        Assert.Equal("application/pdf", document.Headers["Content-Type"]);
        var file = Encoding.Latin1.GetString(document.Content);
        Assert.StartsWith("%PDF-1.4\n", file, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", file, StringComparison.Ordinal);
        Assert.Contains($"Proposal: {created.ProposalId}", file, StringComparison.Ordinal);

        // What a reader does: from the end to the table of references, and from there to each object.
        var table = int.Parse(StartOfTable().Match(file).Groups["offset"].Value, CultureInfo.InvariantCulture);
        Assert.StartsWith("xref\n0 6\n", file[table..], StringComparison.Ordinal);
        var offsets = TableEntry().Matches(file[table..])
            .Select(match => int.Parse(match.Groups["offset"].Value, CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(5, offsets.Count);
        Assert.All(offsets, (offset, index) =>
            Assert.StartsWith($"{index + 1} 0 obj\n", file[offset..], StringComparison.Ordinal));

        var stream = ContentStream().Match(file);
        Assert.Equal(int.Parse(stream.Groups["length"].Value, CultureInfo.InvariantCulture), stream.Groups["content"].Length);
    }

    [GeneratedRegex(@"startxref\n(?<offset>\d+)\n%%EOF\n$", RegexOptions.None, 1000)]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"^(?<offset>\d{10}) 00000 n $", RegexOptions.Multiline, 1000)]
    private static partial Regex TableEntry();

    [GeneratedRegex(@"/Length (?<length>\d+) >>\nstream\n(?<content>.*)endstream", RegexOptions.Singleline, 1000)]
    private static partial Regex ContentStream();
}

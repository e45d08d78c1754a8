using System.Text.Json.Nodes;
using Interop.Tests.Callers;
using SecondOpinion;
using SieSmart.Runtime;
using SieSmart.Sandbox;

namespace Interop.Tests.Limits;

/// <summary>
/// What NSwag can't say of a request. Where one of these turns red, NSwag has learned it: move it into the comparison.
/// </summary>
public sealed class WritingTests
{
    private const int London = 1001;

    [Fact]
    public async Task An_enum_travels_by_its_name_in_CSharp_so_that_no_token_is_issued()
    {
        await using var session = await Session.StartAsync();
        using var http = new HttpClient(session.NSwagTransport, disposeHandler: false)
        {
            BaseAddress = new Uri(session.Sandbox.TokenEndpoint, "/"),
        };

        var refused = await Assert.ThrowsAsync<ApiException<TokenError>>(
            () => new SecondOpinionClient(http).RequestTokenAsync(TokenRequestOf(session.Sandbox), TestContext.Current.CancellationToken));

        Assert.Equal("Client_credentials", Sent(session.NSwagTransport)["grant_type"]!.GetValue<string>());
        Assert.Equal((403, "unsupported_grant_type"), (refused.StatusCode, refused.Result.Error));
    }

    [Fact]
    public async Task A_path_with_a_server_of_its_own_is_sent_to_the_other_paths_server()
    {
        await using var session = await Session.StartAsync();

        var lost = await Assert.ThrowsAnyAsync<ApiException>(
            () => session.NSwagClient.RequestTokenAsync(TokenRequestOf(session.Sandbox), TestContext.Current.CancellationToken));

        Assert.Equal($"{session.Sandbox.BaseAddress}/oauth/token", session.NSwagTransport.Address!.ToString());
        Assert.Equal(404, lost.StatusCode);
    }

    [Fact]
    public async Task If_Match_is_any_text_so_that_an_unguarded_write_is_sent_where_ours_is_not()
    {
        await using var session = await Session.StartAsync();
        var created = await session.Ours.CreateProposalAsync(new Draft(London));
        var id = (long)created.Value<decimal>("proposalId");

        var refused = await session.CallAsync(session.NSwags, caller => caller.PutCustomerAsync(id, string.Empty, new Party("Unguarded")));
        Assert.Equal(412, refused.Status);

        var sentSoFar = session.Sandbox.Requests.Count;
#pragma warning disable SIE1001 // As a program that silenced it; else this would not compile.
        await Assert.ThrowsAsync<ArgumentException>(() => session.OurClient.Proposals[id].Customer.PutAsync(
            new SieSmart.Models.Customer(), default(ETag), cancellationToken: TestContext.Current.CancellationToken));
#pragma warning restore SIE1001
        Assert.Equal(sentSoFar, session.Sandbox.Requests.Count);

        var parameter = Assert.Single(
            typeof(SecondOpinionClient).GetMethod(nameof(SecondOpinionClient.PutCustomerAsync))!.GetParameters(),
            parameter => parameter.Name == "if_Match");
        Assert.Equal(typeof(string), parameter.ParameterType);
    }

    [Fact]
    public async Task A_field_without_a_value_is_sent_as_null_where_ours_is_left_out()
    {
        await using var session = await Session.StartAsync();
        await session.Ours.CreateProposalAsync(new Draft(London));
        await session.NSwags.CreateProposalAsync(new Draft(London));

        Assert.Equal(["officeId"], Sent(session.OurTransport).Select(field => field.Key));
        Assert.Equal(
            ["assets", "calculation", "customer", "label", "officeId", "salesContactId", "scheduleAssetsDescription", "specialConditionText"],
            Sent(session.NSwagTransport).Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Null(Sent(session.NSwagTransport)["label"]);
    }

    [Fact]
    public async Task A_read_only_field_can_be_set_and_is_sent_where_ours_can_not_be_set()
    {
        await using var session = await Session.StartAsync();
        var created = await session.Ours.CreateProposalAsync(new Draft(London));
        var id = (long)created.Value<decimal>("proposalId");

        await session.NSwagClient.PutCalculationAsync(
            created.ETag!, new Calculation { TermInMonths = 12, Instalment = 1m }, id, TestContext.Current.CancellationToken);

        Assert.Equal(1m, Sent(session.NSwagTransport)["instalment"]!.GetValue<decimal>());
        Assert.Null(typeof(SieSmart.Models.Calculation).GetProperty("Instalment")!.GetSetMethod());
    }

    private static TokenRequest TokenRequestOf(SandboxServer sandbox) => new()
    {
        Audience = SandboxOptions.Audience,
        Grant_type = TokenRequestGrant_type.Client_credentials,
        Client_id = sandbox.ClientId,
        Client_secret = sandbox.ClientSecret,
    };

    private static JsonObject Sent(Recorder transport) => JsonNode.Parse(transport.Body!)!.AsObject();
}

using YamlDotNet.RepresentationModel;

namespace SieSmart.Sandbox.Tests.Specification;

/// <summary>What the description says of itself: which writes are guarded, and what is the vendor's word and what a guess.</summary>
public sealed class DescriptionTests
{
    private const string TraceIdHeader = "X-B2B-TRACE-ID";

    /// <summary>What the vendor's pages name. A field that isn't here is a guess, and has to be marked as one.</summary>
    private static readonly string[] FieldsOfTheVendor =
    [
        "TokenRequest: audience, grant_type, client_id, client_secret",
        "TokenResponse: access_token, token_type, expires_in",
        "Office: id, name, postalAddress",
        "SalesContact: id, firstName, lastName, title, email, phone, cellPhone, fax, role, blocked, blockedReason, loginPresent, officeIds",
        "Title: id, name",
        "Role: alias, name",
        "IacCode: iacCode, name",
        "ProposalCreate: officeId, salesContactId, label, specialConditionText, scheduleAssetsDescription, customer, assets, calculation",
        "Proposal: proposalId, officeId, salesContactId, label, specialConditionText, scheduleAssetsDescription, customer, assets, calculation, decision",
        "Asset: iacCode",
        "DecisionPreCheck: requestAllowed, cancelAllowed, preconditionViolations",
        "PreconditionViolation: code, userMessage",
        "DecisionRequest: commentToRiskAnalyst, siemensMayContactCustomer, siemensMayRequestCreditData, prelease",
        "Decision: decisionStatus, decisionRequestedDate, decisionDate, decisionValidUntilDate, comment, condition, reason, commentToRiskAnalyst, siemensMayContactCustomer",
        "NotificationEndpoint: basePath, apiKey",
    ];

    /// <summary>Whose paths could be read on the vendor's pages; the others are described without one.</summary>
    private static readonly string[] OperationsOfTheVendor =
    [
        "POST /oauth/token",
        "GET /common/rate-cards",
        "POST /proposals/proposal",
        "POST /proposals/{proposal-id}/customer/bank-account",
        "GET /proposals/{proposal-id}/decision/decision-document/download",
        "POST {$request.body#/basePath}/notifications",
    ];

    /// <summary>What changes no version of a proposal.</summary>
    private static readonly string[] WritesWithoutETag =
    [
        "POST /oauth/token",
        "POST /proposals/proposal",
        "POST /proposals/{proposal-id}/notification-subscriptions",
        "POST /notification-endpoints",
        "PUT /notification-endpoints",
        "DELETE /notification-endpoints",
        "POST {$request.body#/basePath}/notifications",
    ];

    private static readonly ApiDescription Description = ApiDescription.Parse(ApiDescription.TextOfTheSpec);

    private static IEnumerable<ApiOperation> GuardedWrites
        => Description.Operations.Where(operation => operation.Method != "GET" && operation.Node.Text("x-if-match") != "none");

    [Fact]
    public void Every_field_that_the_vendor_does_not_name_is_marked_as_inferred()
    {
        var expected = FieldsOfTheVendor
            .Select(line => line.Split(": "))
            .SelectMany(parts => parts[1].Split(", "), (parts, field) => $"{parts[0]}.{field}");
        var named = from schema in Description.Root.Find("components")!.Find("schemas")!.Entries
                    from field in schema.Value.Find("properties")!.Entries
                    where field.Value.Text("x-provenance") != "inferred"
                    select $"{schema.Key}.{field.Key}";

        Assert.Equal(expected.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_header_that_the_vendor_does_not_name_is_marked_as_inferred()
        => Assert.Equal(
            ["ETag", "TraceId"],
            Description.Root.Find("components")!.Find("headers")!.Entries
                .Where(header => header.Value.Text("x-provenance") != "inferred")
                .Select(header => header.Key));

    [Fact]
    public void Every_path_that_the_vendor_does_not_name_is_marked_as_inferred()
    {
        var guessed = Description.Operations.Where(operation => operation.Node.Text("x-path-provenance") == "inferred").ToList();
        var named = Description.Operations.Except(guessed).ToList();

        Assert.Equal(OperationsOfTheVendor.Order(StringComparer.Ordinal), Names(named));
        Assert.All(named, operation => Assert.Equal("documented", operation.Node.Text("x-provenance")));
        Assert.All(guessed, operation => Assert.NotEqual("documented", operation.Node.Text("x-provenance")));
    }

    [Fact]
    public void Every_write_is_guarded_that_can_change_a_proposal()
        => Assert.Equal(
            WritesWithoutETag.Order(StringComparer.Ordinal),
            Names(Description.Operations.Where(operation => operation.Method != "GET").Except(GuardedWrites)));

    [Fact]
    public void Every_guarded_write_requires_If_Match_and_may_be_answered_with_412()
    {
        Assert.NotEmpty(GuardedWrites);
        Assert.All(GuardedWrites, operation =>
        {
            var ifMatch = Assert.Single(ParametersOf(operation), parameter => parameter.Text("name") == "If-Match");
            Assert.True(ifMatch.Flag("required"), $"{operation} does not require If-Match.");
            Assert.True(operation.Node.Find("responses")!.Find("412") is not null, $"{operation} declares no 412.");
        });
    }

    [Fact]
    public void Every_answer_has_a_trace_id()
    {
        var without = from operation in Description.Operations
                      where !operation.IsCallback
                      from response in operation.Node.Find("responses")!.Entries
                      where Description.Resolve(response.Value).Find("headers")?.Find(TraceIdHeader) is null
                      select $"{operation} -> {response.Key}";

        Assert.Empty(without);
    }

    private static IEnumerable<string> Names(IEnumerable<ApiOperation> operations)
        => operations.Select(operation => operation.ToString()).Order(StringComparer.Ordinal);

    private static IEnumerable<YamlNode> ParametersOf(ApiOperation operation)
        => (operation.Node.Find("parameters") as YamlSequenceNode ?? []).Select(Description.Resolve);
}

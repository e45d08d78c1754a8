using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace SieSmart.Sandbox.Tests.Specification;

public sealed class SpecificationTests(Conversation conversation)
{
    [Fact]
    public void The_sandbox_says_what_the_description_says()
    {
        var findings = SpecificationWalk.Run(ApiDescription.Parse(ApiDescription.TextOfTheSpec), conversation.Exchanges);

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public void The_walk_fails_on_a_renamed_field()
    {
        var text = ApiDescription.TextOfTheSpec.Replace(
            "        decisionValidUntilDate:", "        decisionValidUntil:", StringComparison.Ordinal);

        var findings = SpecificationWalk.Run(ApiDescription.Parse(text), conversation.Exchanges);

        Assert.Contains("Decision.decisionValidUntil: documented, but no answer holds it.", findings);
        Assert.Contains(findings, finding =>
            finding.EndsWith("the property Decision.decisionValidUntilDate is not described.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_walk_fails_on_each_field_of_an_answer_that_is_renamed()
    {
        var description = ApiDescription.Parse(ApiDescription.TextOfTheSpec);
        string[] onlySent = ["TokenRequest", "ProposalCreate", "DecisionRequest", "NotificationEndpoint", "NotificationSubscriptionRequest"];
        var answered = from schema in description.Root.Find("components")!.Find("schemas")!.Entries
                       where !onlySent.Contains(schema.Key)
                       from property in schema.Value.Find("properties")!.Entries
                       where property.Value.Text("x-provenance") == "documented"
                       select (Schema: schema.Key, Properties: (YamlMappingNode)schema.Value.Find("properties")!, Name: property.Key);

        var renamed = 0;
        foreach (var (schema, properties, name) in answered.ToList())
        {
            var property = properties.Children[name];
            properties.Children.Remove(name);
            properties.Children.Add(name + "Renamed", property);

            var findings = SpecificationWalk.Run(description, conversation.Exchanges);
            Assert.Contains($"{schema}.{name}Renamed: documented, but no answer holds it.", findings);

            properties.Children.Remove(name + "Renamed");
            properties.Children.Add(name, property);
            renamed++;
        }

        Assert.InRange(renamed, 40, 400);
    }

    [Theory]
    [InlineData("            X-B2B-TRACE-ID:", "            X-TRACE-ID:", "the header X-B2B-TRACE-ID is not described.")]
    [InlineData("            ETag:", "            Version:", "the documented header Version is missing.")]
    [InlineData("  /common/offices:", "  /offices:", "the description has no such operation.")]
    [InlineData("  /common/offices:", "  /offices:", "GET /offices: never succeeded.")]
    [InlineData("            application/pdf:", "            application/xml:", "a body of type 'application/pdf' is not described.")]
    [InlineData("                - name: X-API-KEY", "                - name: API-KEY", "the header X-API-KEY is not described.")]
    [InlineData("        '4XX':", "        '499':", "the description has no such status.")]
    public void The_walk_fails_on_what_else_is_renamed(string before, string after, string finding)
    {
        var text = ApiDescription.TextOfTheSpec.Replace(before, after, StringComparison.Ordinal);

        var findings = SpecificationWalk.Run(ApiDescription.Parse(text), conversation.Exchanges);

        Assert.Contains(findings, found => found.EndsWith(finding, StringComparison.Ordinal));
    }

    [Fact]
    public void The_walk_fails_on_an_undeclared_field_of_an_open_object()
    {
        var answer = conversation.Exchanges.First(exchange => exchange is { Path: "/proposals/proposal", Status: 200 });
        var body = JsonNode.Parse(answer.Body)!.AsObject();
        body["surprise"] = true;
        var changed = answer with { Body = System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()) };

        var findings = SpecificationWalk.Run(
            ApiDescription.Parse(ApiDescription.TextOfTheSpec), [.. conversation.Exchanges, changed]);

        Assert.Equal(["POST /proposals/proposal -> 200: the property Proposal.surprise is not described."], findings);
    }

    [Fact]
    public void The_walk_fails_on_a_field_of_another_type()
    {
        var description = ApiDescription.Parse(ApiDescription.TextOfTheSpec.Replace(
            "        requestAllowed:\n          type: boolean", "        requestAllowed:\n          type: string", StringComparison.Ordinal));

        var findings = SpecificationWalk.Run(description, conversation.Exchanges);

        Assert.Contains(findings, finding => finding.Contains("DecisionPreCheck.requestAllowed is no string", StringComparison.Ordinal));
    }
}

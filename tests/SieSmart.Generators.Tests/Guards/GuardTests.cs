using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Preconditions;

namespace SieSmart.Generators.Tests.Guards;

/// <summary>Guards beside a client that others generated (<c>Engine="Referenced"</c>, <c>Engine="Kiota"</c>).</summary>
public sealed class GuardTests
{
    private static readonly GeneratorRun Guarded = ForeignClient.Guard(TargetPlatform.Net100, FinanceApi.Document, FinanceApi.Document);

    public static TheoryData<string> Targets => [.. TargetPlatform.All.Select(target => target.Name)];

    [Theory]
    [InlineData("Versioned<Deal> written = await client.Deals[1].Customer.PutAsync(customer, etag);")]
    [InlineData("Versioned nothing = await client.Deals[1].DeleteAsync(etag);")]
    [InlineData("Versioned<Deal> read = await client.Deals[1].GetVersionedAsync();")]
    [InlineData("Versioned<Deal> made = await client.Deals.PostVersionedAsync(new Deal());")]
    [InlineData("Versioned<System.IO.Stream> letter = await client.Deals[1].Letter.GetVersionedAsync();")]
    [InlineData("Versioned<int> count = await client.Deals[1].Count.PostAsync(etag);")]
    [InlineData("System.Collections.Generic.List<string>? notes = await client.Deals[1].Notes.PostAsync(new() { \"x\" }, etag);")]
    [InlineData("client.Deals[1].Customer.ToPutRequestInformation(customer, etag); await Task.Yield();")]
    [InlineData("Deal? deal = await client.Deals[1].Customer.PutAsync(customer); deal = await client.Deals[1].Customer.PutAsync(customer, default);")]
    public void Calls_with_and_without_an_ETag_compile(string statement) =>
        Assert.Empty(Guarded.Compile(FinanceApi.Consumer(statement)));

    [Theory]
    [MemberData(nameof(Targets))]
    public void Compiles_without_a_warning(string target)
    {
        var run = ForeignClient.Guard(TargetPlatform.Named(target), FinanceApi.Document, FinanceApi.Document);

        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.Compile());
    }

    [Theory]
    [InlineData("Required", true)]
    [InlineData("Warn", false)]
    public void Marks_tell_whether_a_call_without_an_ETag_is_an_error(string preconditions, bool isError)
    {
        var marks = ForeignClient.Guard(TargetPlatform.Net100, FinanceApi.Document, FinanceApi.Document.With("Preconditions", preconditions)).Compilation.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "GuardedOperationAttribute")
            .ToDictionary(
                attribute => $"{((INamedTypeSymbol)attribute.ConstructorArguments[0].Value!).Name}.{attribute.ConstructorArguments[1].Value}",
                attribute => string.Join(", ", attribute.NamedArguments.Select(argument => $"{argument.Key}={argument.Value.Value}")),
                StringComparer.Ordinal);

        Assert.Equal($"RequiresIfMatch=True, {(isError ? "IsError=True, " : "")}VersionScope=/deals/{{deal-id}}", marks["CustomerRequestBuilder.PutAsync"]);
        Assert.Equal("VersionScope=/deals/{deal-id}", marks["DealItemRequestBuilder.GetAsync"]);
        Assert.Contains("CustomerRequestBuilder.ToPutRequestInformation", marks.Keys);
    }

    [Theory]
    [InlineData("Kiota", true)]
    [InlineData("Referenced", false)]
    public void Known_values_are_constants_beside_what_the_tool_makes_in_the_build(string engine, bool areThere) => Assert.Equal(
        areThere,
        GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document.With("Engine", engine)).Sources.Values
            .Any(source => source.Contains("public const string MoreInformation = \"MORE_INFORMATION\";", StringComparison.Ordinal)));

    [Fact]
    public void A_client_that_is_not_there_is_one_error()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document.With("Engine", "Referenced"));

        var error = Assert.Single(run.Diagnostics);
        Assert.Equal("SIE2040", error.Id);
        Assert.Contains("'Api.Client'", error.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_builder_that_is_not_there_is_named_with_its_operation_and_the_rest_is_guarded()
    {
        var run = ForeignClient.Guard(
            TargetPlatform.Net100, FinanceApi.Document, FinanceApi.With(FinanceApi.Text.Replace("/deals/{deal-id}/status", "/deals/{deal-id}/state", StringComparison.Ordinal)));

        var warning = Assert.Single(run.Diagnostics);
        Assert.Equal("SIE2041", warning.Id);
        Assert.Contains("PUT /deals/{deal-id}/state has no guard: the class 'Api.Deals.Item.State.StateRequestBuilder'", warning.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.Compile(FinanceApi.Consumer("await client.Deals[1].Customer.PutAsync(customer, etag);")));
    }

    [Fact]
    public void A_method_that_takes_other_arguments_is_named_with_its_operation_and_the_rest_is_guarded()
    {
        const string Status = "  /deals/{deal-id}/status:\n";
        const string Body = "      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } }\n";
        var status = FinanceApi.Text.IndexOf(Status, StringComparison.Ordinal);
        var withoutBody = FinanceApi.Text.Remove(FinanceApi.Text.IndexOf(Body, status, StringComparison.Ordinal), Body.Length);
        Assert.NotEqual(FinanceApi.Text, withoutBody);
        var run = ForeignClient.Guard(TargetPlatform.Net100, FinanceApi.Document, FinanceApi.With(withoutBody));

        var warning = Assert.Single(run.Diagnostics);
        Assert.Equal("SIE2042", warning.Id);
        Assert.Contains("PUT /deals/{deal-id}/status has no guard: Api.Deals.Item.Status.StatusRequestBuilder.PutAsync(", warning.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.Compile(FinanceApi.Consumer("await client.Deals[1].Customer.PutAsync(customer, etag);")));
    }

    // PlannerGuard and Parity.Tests send them.
    [Fact]
    public void Each_guard_that_takes_an_ETag_hands_it_on()
    {
        var guards = Guarded.Compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(method => method.ParameterList.Parameters.Any(parameter => parameter.Identifier.Text == "ifMatch"))
            .ToList();

        Assert.NotEmpty(guards);
        Assert.All(guards, guard => Assert.Equal(
            "ifMatch",
            guard.DescendantNodes().OfType<InvocationExpressionSyntax>().Single(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Attach" }).ArgumentList.Arguments[^1].ToString()));
    }

    [Fact]
    public void An_answer_that_the_document_does_not_mention_is_not_waited_for()
    {
        var silent = FinanceApi.With(FinanceApi.Text.Replace(
            "responses: { '200': { description: A number., content: { application/json: { schema: { type: integer } } } } }", "responses: { '204': { description: Done. } }", StringComparison.Ordinal));

        Assert.Empty(ForeignClient.Guard(TargetPlatform.Net100, FinanceApi.Document, silent).Compile(FinanceApi.Consumer("Versioned counted = await client.Deals[1].Count.PostAsync(etag);")));
    }

    [Fact]
    public void Nothing_is_said_of_types_that_others_make()
    {
        var odd = FinanceApi.With(FinanceApi.Text.Replace("        name: { type: string }", "        name: { type: string }\n        Name: { type: string }", StringComparison.Ordinal));

        Assert.Contains(GeneratorRun.Of(TargetPlatform.Net100, odd).Diagnostics, diagnostic => diagnostic.Id == "SIE2018");
        Assert.Empty(ForeignClient.Guard(TargetPlatform.Net100, odd, odd).Diagnostics);
    }

    [Fact]
    public void An_edit_elsewhere_prints_nothing_again()
    {
        var run = Guarded.After("internal static class Unrelated;");

        Assert.Equal(Guarded.Sources, run.Sources);
        Assert.All(
            run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }
}

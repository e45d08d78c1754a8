using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Parity;
using Parity.Tests.Shape;

namespace SieSmart.Generators.Tests.Preconditions;

/// <summary>With <c>Preconditions="Warn"</c> calls written for Kiota still compile, and guarded forms stand beside them.</summary>
public sealed class WarnModeTests
{
    private static readonly OpenApiDocument Document = FinanceApi.Document.With("Preconditions", "Warn");

    public static MatrixTheoryData<string, string> DocumentsAndTargets =>
        new([.. ParityFiles.Documents], [.. TargetPlatform.All.Select(target => target.Name)]);

    public static TheoryData<string> Documents => [.. ParityFiles.Documents];

    [Theory]
    [InlineData("Deal? deal = await client.Deals[1].Customer.PutAsync(customer);")]
    [InlineData("Deal? deal = await client.Deals[1].Customer.PutAsync(customer, default);")]
    [InlineData("Deal? deal = await client.Deals[1].Customer.PutAsync(customer, null);")]
    [InlineData("Deal? deal = await client.Deals[1].Customer.PutAsync(customer, configuration => configuration.Headers.Add(\"If-Match\", \"x\"));")]
    [InlineData("await client.Deals[1].DeleteAsync(); await client.Deals[1].DeleteAsync(default);")]
    [InlineData("Deal? deal = await client.Deals[1].GetAsync();")]
    [InlineData("client.Deals[1].Customer.ToPutRequestInformation(customer); await Task.Yield();")]
    public void Calls_written_for_Kiota_compile(string statement) => Assert.Empty(Compile(statement));

    [Theory]
    [InlineData("Versioned<Deal> written = await client.Deals[1].Customer.PutAsync(customer, etag);")]
    [InlineData("Versioned nothing = await client.Deals[1].DeleteAsync(etag);")]
    [InlineData("Versioned<Deal> read = await client.Deals[1].GetVersionedAsync();")]
    [InlineData("Versioned<Deal> made = await client.Deals.PostVersionedAsync(new Deal());")]
    [InlineData("Versioned<System.IO.Stream> letter = await client.Deals[1].Letter.GetVersionedAsync();")]
    [InlineData("await client.Deals[1].Notes.PostAsync(new() { \"x\" }, etag);")]
    [InlineData("client.Deals[1].Customer.ToPutRequestInformation(customer, etag); await Task.Yield();")]
    public void Guarded_forms_compile_beside_them(string statement) => Assert.Empty(Compile(statement));

    [Fact]
    public void Unguarded_executors_of_guarded_operations_are_marked()
    {
        var marked = GeneratorRun.Of(TargetPlatform.Net100, Document).Trees
            .SelectMany(tree => tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "RequiresIfMatch"))
            .Select(method => method.Identifier.Text)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            ["DeleteAsync", "PostAsync", "PutAsync", "PutAsync", "ToDeleteRequestInformation", "ToPostRequestInformation", "ToPutRequestInformation", "ToPutRequestInformation"],
            marked);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Nothing_of_the_surface_of_Kiota_is_missing(string document)
    {
        var like = Surface(document, "None");
        var warn = Surface(document, "Warn");

        Assert.Empty(like.Except(warn, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(DocumentsAndTargets))]
    public void Compiles_without_a_warning(string document, string target)
    {
        var run = GeneratorRun.Of(TargetPlatform.Named(target), ParityRuns.Document(document, "Warn"));

        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.Compile());
    }

    /// <summary>What callers see. Guarded overloads and marks come on top in the mode Warn.</summary>
    private static IReadOnlySet<string> Surface(string document, string preconditions) =>
        ShapeListing.Of(GeneratorRun.Of(TargetPlatform.Net100, ParityRuns.Document(document, preconditions)).Compilation);

    private static IReadOnlyList<Diagnostic> Compile(string statement) =>
        GeneratorRun.Of(TargetPlatform.Net100, Document).Compile(FinanceApi.Consumer(statement));
}

using DirectJson.Tests.Clients;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Parity.Tests.Clients;
using Parity.Tests.Inputs;
using Parity.Tests.Shape;

namespace DirectJson.Tests;

/// <summary>What is generated for direct JSON changes nothing for callers, and compiles wherever the rest does.</summary>
public sealed class GeneratedCodeTests
{
    public static TheoryData<string> Documents => [.. ParityDocuments.All.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Callers_see_the_same_types_and_members(string name)
    {
        var document = DocumentEquivalenceTests.DocumentOf(name);
        var (sources, _) = DirectClient.Generate(document.Text, document.Path, LanguageVersion.Latest, directJson: "false");
        var plain = ShapeListing.Of(ClientCompiler.Compilation(sources));
        var direct = ShapeListing.Of(DirectClient.Of(document).Compiled.Compilation).Select(fact => fact.Replace(", IDirectJsonModel", "", StringComparison.Ordinal).Replace("IDirectJsonModel, ", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(plain.Except(direct, StringComparer.Ordinal));
        Assert.Empty(direct.Except(plain, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("inheritance", LanguageVersion.CSharp9)]
    [InlineData("unions", LanguageVersion.CSharp9)]
    [InlineData("enums", LanguageVersion.CSharp9)]
    [InlineData("formats", LanguageVersion.CSharp10)]
    [InlineData("collisions", LanguageVersion.CSharp11)]
    public void Compiles_with_older_versions_of_the_language(string name, LanguageVersion version)
    {
        var document = DocumentEquivalenceTests.DocumentOf(name);
        var (sources, faults) = DirectClient.Generate(document.Text, document.Path, version);
        var options = ClientCompiler.ParseOptions.WithLanguageVersion(version);
        var compilation = ClientCompiler.Compilation([]).AddSyntaxTrees(sources.Select(source => CSharpSyntaxTree.ParseText(Analysed(source.Text), options, source.Path, cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Empty(faults);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Compiles_without_a_warning(string name)
    {
        var document = DocumentEquivalenceTests.DocumentOf(name);
        var (sources, _) = DirectClient.Generate(document.Text, document.Path, LanguageVersion.Latest);

        Assert.Empty(ClientCompiler.Compilation([.. sources.Select(source => source with { Text = Analysed(source.Text) })]).GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void An_enum_of_parameters_alone_is_neither_read_nor_written_as_JSON()
    {
        const string Document = """
            openapi: 3.0.3
            info: { title: Enums, version: '1' }
            paths:
              /things:
                get:
                  parameters:
                    - { name: sort, in: query, schema: { type: string, enum: [up, down] } }
                    - { name: shade, in: query, schema: { $ref: '#/components/schemas/Shade' } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
            components:
              schemas:
                Shade: { type: string, enum: [dark, light] }
                State: { type: string, enum: [new, old] }
                Thing: { type: object, properties: { state: { $ref: '#/components/schemas/State' }, shades: { type: array, items: { $ref: '#/components/schemas/Shade' } } } }
            """;
        var (sources, _) = DirectClient.Generate(Document, "/consumer/enums.yaml", LanguageVersion.Latest);
        var classes = sources.SelectMany(source => CSharpSyntaxTree.ParseText(source.Text, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantNodes())
            .OfType<ClassDeclarationSyntax>()
            .Select(type => type.Identifier.Text)
            .Where(name => name.EndsWith("Json", StringComparison.Ordinal));

        Assert.Equal(["_ShadeJson", "_StateJson"], classes.Order(StringComparer.Ordinal));
    }

    /// <summary>The same text, whose nulls the compiler follows inside of methods as well, which consumers' compilers are spared.</summary>
    private static string Analysed(string text) => text.Replace("#nullable enable annotations", "#nullable enable", StringComparison.Ordinal);
}

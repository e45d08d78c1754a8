using DirectJson.Tests.Clients;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        var compilation = ClientCompiler.Compilation([]).AddSyntaxTrees(sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, options, source.Path, cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Empty(faults);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Compiles_without_a_warning(string name) =>
        Assert.Empty(DirectClient.Of(DocumentEquivalenceTests.DocumentOf(name)).Compiled.Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString()));
}

using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Preconditions;

namespace SieSmart.Generators.Tests.Diagnostics;

/// <summary>Projects whose packages of Kiota can't run generated code.</summary>
public sealed class OldKiotaTests
{
    private const string Abstractions = "Microsoft.Kiota.Abstractions";
    private const string Json = "Microsoft.Kiota.Serialization.Json";

    public static MatrixTheoryData<string, bool> Modes => new(["None", "Warn", "Required"], [false, true]);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Get_one_error_that_says_what_to_do_and_no_code(string mode, bool twoClients)
    {
        var first = FinanceApi.Document.With("Preconditions", mode);
        var second = new OpenApiDocument("/consumer/another.yaml", FinanceApi.Text).With("ClientName", "Another").With("Namespace", "Another").With("Preconditions", mode);

        var run = GeneratorRun.Of(TargetPlatform.Net100, References(Abstractions, Json), twoClients ? [first, second] : [first]);

        var error = Assert.Single(run.Diagnostics);
        Assert.Equal("SIE2026", error.Id);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Contains($"{Abstractions} {PackageFolder.OldKiotaVersion}", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("Reference version 2", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Are_refused_for_one_old_package_beside_new_ones()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, References(Json), [FinanceApi.Document]);

        Assert.Contains($"{Json} {PackageFolder.OldKiotaVersion}", Assert.Single(run.Diagnostics).GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Without_a_client_are_none_of_the_generators_business() =>
        Assert.Empty(GeneratorRun.Of(TargetPlatform.Net100, References(Abstractions, Json), []).Diagnostics);

    [Fact]
    public void Are_generated_for_once_the_package_is_updated()
    {
        var old = GeneratorRun.Of(TargetPlatform.Net100, References(Json), [FinanceApi.Document]);

        var run = old.WithReferences(TargetPlatform.Net100.References);

        Assert.Empty(run.Diagnostics);
        Assert.Equal(GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document).Sources, run.Sources);
    }

    /// <summary>Today's references, but some packages as they were in Kiota 1.</summary>
    private static IReadOnlyList<MetadataReference> References(params IReadOnlyList<string> oldPackages) =>
    [
        .. TargetPlatform.Net100.References.Where(reference => !oldPackages.Contains(Path.GetFileNameWithoutExtension(reference.Display), StringComparer.Ordinal)),
        .. oldPackages.Select(name => MetadataReference.CreateFromFile(PackageFolder.AssemblyOf(name, PackageFolder.OldKiotaVersion, name))),
    ];
}

using Packages.Tests.Support;

namespace Packages.Tests;

/// <summary>The generator's package in a project that knows nothing of this repository.</summary>
public sealed class GeneratorPackageTests(GeneratorConsumer consumer) : PackedTests, IClassFixture<GeneratorConsumer>
{
    private const string DuplicateId = "warning SIE2017";

    [Fact]
    public async Task Needs_a_package_reference_an_item_and_the_packages_of_Kiota()
    {
        var build = await consumer.BuildAsync();
        Assert.True(build.ExitCode == 0, build.Output);

        var run = await consumer.RunAsync();
        Assert.Equal("https://library.example.org/books/42", run.Output.Trim());
    }

    [Fact]
    public async Task A_warning_about_the_document_is_one_of_the_build() =>
        Assert.Contains("library.yaml(11,5): " + DuplicateId, (await consumer.BuildAsync()).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("OffBy=globalconfig")]
    [InlineData("NoWarn=SIE2017")]
    public async Task A_project_turns_a_rule_off_for_all_documents(string property) =>
        Assert.DoesNotContain("SIE2017", (await consumer.BuildAsync(property)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task An_editorconfig_turns_a_rule_off_for_the_documents_of_its_section()
    {
        var off = await consumer.BuildWithEditorConfigAsync("[library.yaml]\nopenapi_diagnostic.SIE2017.severity = none\n");
        var elsewhere = await consumer.BuildWithEditorConfigAsync("[other.yaml]\nopenapi_diagnostic.SIE2017.severity = none\n");

        Assert.DoesNotContain("SIE2017", off.Output, StringComparison.Ordinal);
        Assert.Contains(DuplicateId, elsewhere.Output, StringComparison.Ordinal);
    }
}

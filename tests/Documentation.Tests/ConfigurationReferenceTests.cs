using System.Globalization;
using System.Xml.Linq;
using Documentation.Tests.Pages;
using SieSmart.Client;
using SieSmart.Client.HealthChecks;
using SieSmart.Runtime.Conflicts;
using SieSmart.Sandbox;
using TestSupport;

namespace Documentation.Tests;

/// <summary>The reference lists every option, with the default that it really has.</summary>
public sealed class ConfigurationReferenceTests
{
    private const string Page = "docs/configuration.md";

    public static TheoryData<string, Type> Options => new()
    {
        { "## The client", typeof(SieSmartClientOptions) },
        { "## The health check", typeof(SieSmartHealthCheckOptions) },
        { "## Updates", typeof(UpdateOptions) },
        { "## The sandbox", typeof(SandboxOptions) },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Lists_each_option_with_its_default(string heading, Type options)
    {
        var instance = Activator.CreateInstance(options);
        var real = options.GetProperties().Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => $"{property.Name}: {Show(property.GetValue(instance))}");
        var listed = MarkdownTable.Read(Page, heading).Select(row => $"{row[0].Trim('`')}: {row[1].Trim('`')}");

        Assert.Equal(real.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_the_metadata_of_an_item()
    {
        var visible = XDocument.Parse(RepositoryFiles.Read("generators/SieSmart.Generators/build/SieSmart.Generators.props"))
            .Descendants("CompilerVisibleItemMetadata")
            .Select(item => item.Attribute("MetadataName")!.Value)
            .Where(name => name is not ("SourceItemGroup" or "ProjectFolder"));
        var listed = MarkdownTable.Read(Page, "## A generated client").Select(row => row[0].Trim('`'));

        Assert.Equal(visible.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static string? Show(object? value) => value switch
    {
        null or System.Collections.ICollection { Count: 0 } => "none",
        TimeProvider or Delegate => "the system's",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

using System.CodeDom.Compiler;
using System.Reflection;
using EndToEnd.Tests.Compiling;
using Microsoft.CodeAnalysis;
using SieSmart.Models;

namespace EndToEnd.Tests.Engines;

/// <summary>What is so with the client that this repository's generator makes.</summary>
public sealed class BuiltInEngineTests
{
    private const string UndocumentedMember = "SIE9001";

    [Fact]
    public void The_client_is_the_generators()
    {
        Assert.Equal("SieSmart.Generators", typeof(SieSmartClient).GetCustomAttribute<GeneratedCodeAttribute>()?.Tool);
        Assert.Equal("SieSmart.Generators", typeof(Proposal).GetCustomAttribute<GeneratedCodeAttribute>()?.Tool);
        Assert.DoesNotContain(typeof(SieSmartClient).Assembly.GetTypes(), type => type.Name == "SieSmartClientGuards");
    }

    [Fact]
    public void An_undocumented_property_does_not_compile_unawares()
    {
        var error = Assert.Single(CSharpSnippet.Compile("using SieSmart.Models; _ = new Customer { CompanyName = \"Smith Ltd\" };"));

        Assert.Equal((UndocumentedMember, DiagnosticSeverity.Error), (error.Id, error.Severity));
        Assert.Contains("Customer.CompanyName", error.GetMessage(null), StringComparison.Ordinal);
    }
}

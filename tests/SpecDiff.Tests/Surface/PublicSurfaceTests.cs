using System.Text.RegularExpressions;
using TestSupport;

namespace SpecDiff.Tests.Surface;

/// <summary>What callers see of the libraries changes only when somebody says so.</summary>
public sealed partial class PublicSurfaceTests
{
    /// <summary>Set by eng/approve-surface.sh.</summary>
    private const string ApproveVariable = "APPROVE_SURFACE";

    [Theory]
    [InlineData("SieSmart.Client", "net10.0")]
    [InlineData("SieSmart.Client", "net8.0")]
    [InlineData("SieSmart.Client", "netstandard2.0")]
    [InlineData("SieSmart.Pipeline", "net10.0")]
    [InlineData("SieSmart.Pipeline", "net8.0")]
    [InlineData("SieSmart.Pipeline", "netstandard2.0")]
    [InlineData("SieSmart.Pipeline.PostgreSql", "net10.0")]
    [InlineData("SieSmart.Pipeline.PostgreSql", "net8.0")]
    [InlineData("SieSmart.Pipeline.Redis", "net10.0")]
    [InlineData("SieSmart.Pipeline.Redis", "net8.0")]
    [InlineData("SieSmart.Pipeline.Redis", "netstandard2.0")]
    [InlineData("SieSmart.Pipeline.Sqlite", "net10.0")]
    [InlineData("SieSmart.Pipeline.Sqlite", "net8.0")]
    [InlineData("SieSmart.Pipeline.Sqlite", "netstandard2.0")]
    [InlineData("SieSmart.Runtime", "net10.0")]
    [InlineData("SieSmart.Runtime", "net8.0")]
    [InlineData("SieSmart.Runtime", "netstandard2.0")]
    [InlineData("SieSmart.Testing", "net10.0")]
    [InlineData("SieSmart.Testing", "net8.0")]
    [InlineData("SieSmart.Testing", "netstandard2.0")]
    public void Is_the_one_that_was_approved_for_all_frameworks(string library, string framework)
    {
        var actual = SurfaceListing.Of(library, framework);
        var path = RepositoryFiles.PathOf("src", library, "PublicSurface.txt");
        if (Environment.GetEnvironmentVariable(ApproveVariable) == "1" && framework == "net10.0")
        {
            File.WriteAllText(path, actual);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        approved = framework == "net10.0" ? approved : WithoutSandbox().Replace(approved, string.Empty);

        Assert.True(
            string.Equals(approved, actual, StringComparison.Ordinal),
            $"What callers see of {library} ({framework}) has changed:\n{LineDifference.Of(approved, actual)}\nIf that is meant, run eng/approve-surface.sh and commit the change of src/{library}/PublicSurface.txt. It is one list for all target frameworks.");
    }

    [Fact]
    public void Shows_a_change_as_lines_that_went_and_came()
    {
        const string Approved = "public class A.Order : A.Base\n    public string Label { get; set; }\n    public void Send()\n";
        const string Actual = "public class A.Order : A.Base\n    public string? Label { get; set; }\n    public void Send()\n";

        Assert.Equal("- A.Order > public string Label { get; set; }\n+ A.Order > public string? Label { get; set; }", LineDifference.Of(Approved, Actual));
    }

    /// <summary>The one type that needs ASP.NET Core of one version.</summary>
    [GeneratedRegex(@"^public static class SieSmart\.Testing\.SandboxServerExtensions\n(    .*\n)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithoutSandbox();
}

using SpecDiff.Tests.Support;

namespace SpecDiff.Tests.Surface;

/// <summary>What callers see of the libraries changes only when somebody says so.</summary>
public sealed class PublicSurfaceTests
{
    /// <summary>Set by eng/approve-surface.sh.</summary>
    private const string ApproveVariable = "APPROVE_SURFACE";

    [Theory]
    [InlineData("SieSmart.Client", "net10.0")]
    [InlineData("SieSmart.Client", "net8.0")]
    [InlineData("SieSmart.Client", "netstandard2.0")]
    [InlineData("SieSmart.Runtime", "net10.0")]
    [InlineData("SieSmart.Runtime", "net8.0")]
    [InlineData("SieSmart.Runtime", "netstandard2.0")]
    [InlineData("SieSmart.Testing", "net10.0")]
    public void Is_the_one_that_was_approved_for_all_frameworks(string library, string framework)
    {
        var actual = SurfaceListing.Of(library, framework);
        var path = BuildSettings.PathOf("src", library, "PublicSurface.txt");
        if (Environment.GetEnvironmentVariable(ApproveVariable) == "1" && framework == "net10.0")
        {
            File.WriteAllText(path, actual);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";

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
}

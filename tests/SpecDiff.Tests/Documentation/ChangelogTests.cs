using TestSupport;

namespace SpecDiff.Tests.Documentation;

/// <summary>Nobody changes the description's version without saying what came.</summary>
public sealed class ChangelogTests
{
    [Fact]
    public void Begins_with_the_version_of_the_description_and_descends()
    {
        var version = File.ReadLines(RepositoryFiles.PathOf("spec", "siesmart.openapi.yaml")).Select(line => line.Trim()).First(line => line.StartsWith("version:", StringComparison.Ordinal))["version:".Length..];

        var entries = Changelog.Read(File.ReadAllText(RepositoryFiles.PathOf("spec", "CHANGELOG.md")).ReplaceLineEndings("\n"));

        Assert.Empty(Changelog.Faults(entries, Version.Parse(version)));
    }

    [Theory]
    [InlineData("| 1.3.0 | 1 May 2026 |", "1.2.9", "The newest entry is 1.3.0")]
    [InlineData("| 1.3.0 | 1 May 2026 |\n| 1.4.0 | 1 May 2025 |", "1.3.0", "1.3.0 stands above 1.4.0")]
    [InlineData("| 1.3.0 | 1 May 2026 |\n| 1.3.0 | not known |", "1.3.0", "1.3.0 stands above 1.3.0")]
    [InlineData("| 1.3.0 | 1 May 2025 |\n| 1.2.0 | 1 May 2026 |", "1.3.0", "1.3.0 is older than 1.2.0")]
    [InlineData("", "1.3.0", "The newest entry is missing")]
    public void Notices_what_is_wrong(string rows, string version, string fault) =>
        Assert.StartsWith(fault, Assert.Single(Changelog.Faults(Changelog.Read("| Version | Date |\n|---|---|\n" + rows), Version.Parse(version))), StringComparison.Ordinal);

    [Theory]
    [InlineData("31 June 2026")]
    [InlineData("2026-05-01")]
    public void Notices_a_date_that_is_none(string date) =>
        Assert.Throws<FormatException>(() => Changelog.Read($"| Version | Date |\n|---|---|\n| 1.3.0 | {date} |"));
}

using TestSupport;

namespace Requirements.Tests;

/// <summary><c>eng/setup.sh</c> and the list of requirements say the same.</summary>
public sealed class SetupScriptTests
{
    private const string PackagePrefix = "apt-get install -y ";

    public static TheoryData<string> LinuxLines =>
        [.. MachineRequirements.All.Select(requirement => requirement.Install.Linux).Where(line => !line.StartsWith("wsl", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(LinuxLines))]
    public void It_installs_all_that_tests_ask_for(string line)
    {
        var expected = line.StartsWith(PackagePrefix, StringComparison.Ordinal) ? $"packages+=({line[PackagePrefix.Length..]})" : line;

        Assert.Contains(expected, RepositoryFiles.Read("eng/setup.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_is_complete() => Assert.Equal(
        typeof(MachineRequirements).GetProperties().Where(property => property.PropertyType == typeof(MachineRequirement)).Select(property => property.GetValue(null)),
        MachineRequirements.All);
}

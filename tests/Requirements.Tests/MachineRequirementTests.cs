using Requirements.Reporting;
using Xunit.Sdk;

namespace Requirements.Tests;

/// <summary>What a test gets that asks for something the machine may lack.</summary>
public sealed class MachineRequirementTests : IDisposable
{
    private static readonly InstallInstructions Install = InstallInstructions.Everywhere("get-it now");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("requirements-tests-");

    [Fact]
    public void A_test_gets_the_path_of_what_is_there()
    {
        var requirement = new MachineRequirement("Something", "nothing is tried", Install, () => Finding.At("/somewhere"));

        Assert.Equal("/somewhere", requirement.PathOrSkip());
    }

    [Fact]
    public void A_test_of_what_is_missing_is_skipped_with_reason_loss_and_cure()
    {
        var requirement = Missing();

        var skip = SkipOf(requirement);

        Assert.Contains("Something is missing: it is not on the PATH. Without it, nothing is tried. Install it: get-it now", skip.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_build_is_told_once_what_was_left_out()
    {
        var requirement = Missing();

        SkipOf(requirement);
        SkipOf(requirement);

        var file = Assert.Single(_folder.GetFiles());
        Assert.Equal(requirement.Message, File.ReadAllText(file.FullName));
    }

    [Fact]
    public void A_machine_is_looked_at_once_in_a_process()
    {
        var probes = 0;
        var requirement = new MachineRequirement("Something", "nothing is tried", Install, () => Finding.At($"{++probes}"));

        Assert.Equal(["1", "1"], [requirement.PathOrSkip(), requirement.PathOrSkip()]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private MachineRequirement Missing() =>
        new("Something", "nothing is tried", Install, () => Finding.Missing("it is not on the PATH.")) { Report = new LeftOutReport(_folder.FullName) };

    private static SkipException SkipOf(MachineRequirement requirement)
    {
        try
        {
            requirement.PathOrSkip();
        }
        catch (SkipException skip)
        {
            return skip;
        }

        throw new InvalidOperationException($"{requirement.Name} was not found missing.");
    }
}

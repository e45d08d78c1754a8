using Requirements;

namespace Packages.Tests.Support;

/// <summary>Tests of the packages, which are made of a clean clone. Fixtures can't skip tests: each of these does.</summary>
public abstract class PackedTests
{
    private protected PackedTests() => MachineRequirements.Git.PathOrSkip();
}

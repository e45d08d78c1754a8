using SieSmart.Sandbox.Versions;

namespace QuickStart.CommandLine;

/// <summary>What was typed behind the program's name.</summary>
/// <param name="Environment">What to run against.</param>
/// <param name="SandboxETags">What the ETags of a sandbox look like.</param>
/// <param name="Output">Where to put the decision document; null for a new temporary directory.</param>
/// <param name="DecisionWait">How long to wait for the decision.</param>
internal sealed record Arguments(TargetEnvironment Environment, ETagOptions SandboxETags, string? Output, TimeSpan DecisionWait);

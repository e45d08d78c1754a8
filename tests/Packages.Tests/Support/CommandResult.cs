namespace Packages.Tests.Support;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record CommandResult(int ExitCode, string Output);

namespace SpecDiff.Tests.Support;

/// <summary>How the command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it wrote as an error.</param>
internal sealed record CommandOutput(int ExitCode, string Output, string Errors);

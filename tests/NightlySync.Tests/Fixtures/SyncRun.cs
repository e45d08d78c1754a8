namespace NightlySync.Tests.Fixtures;

/// <summary>How a run of the sample ended.</summary>
internal sealed record SyncRun(int ExitCode, string Output, string Errors)
{
    /// <summary>The rows that it lists as unknown.</summary>
    public IReadOnlyList<string> Unknown =>
        [.. Output.Split('\n').SkipWhile(line => !line.StartsWith("UNKNOWN ", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Trim().Length > 0).Select(FirstWord).Order(StringComparer.Ordinal)];

    /// <summary>The output with one space wherever there are several.</summary>
    public string Text => string.Join(' ', Output.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static string FirstWord(string line) => line.Split(' ', 2)[0];
}

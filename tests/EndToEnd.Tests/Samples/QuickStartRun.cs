namespace EndToEnd.Tests.Samples;

/// <summary>How a run of the QuickStart sample ended.</summary>
internal sealed record QuickStartRun(int ExitCode, string Output, string Errors)
{
    /// <summary>The rows of its table, without the header.</summary>
    public IReadOnlyList<string> Rows =>
        [.. Output.Split('\n').SkipWhile(line => !line.StartsWith("Verb ", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Trim().Length > 0)];

    /// <summary>The output as one line, so that a line break does not hide a phrase; frames of panels are left out.</summary>
    public string Text => string.Join(' ', Output.Split([' ', '\n', '\r', '│'], StringSplitOptions.RemoveEmptyEntries));
}

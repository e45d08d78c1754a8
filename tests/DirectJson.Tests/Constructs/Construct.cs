namespace DirectJson.Tests.Constructs;

/// <summary>Something that a document can say, and what becomes of it.</summary>
/// <param name="Name">What it is, as people look for it.</param>
/// <param name="Verdict">What becomes of it, as the page says it.</param>
/// <param name="Operation">A path's operations that show it, or a whole document.</param>
/// <param name="Components">The schemas that they refer to.</param>
/// <param name="Version">The version of OpenAPI.</param>
/// <param name="Answer">What a server answers; null where that is not the point.</param>
/// <param name="Written">What is written of that again; null if it is the same.</param>
/// <param name="Body">What is sent, as JSON; null where nothing is.</param>
/// <param name="Query">The query parameters that are set.</param>
/// <param name="Sent">What must be in the request that is sent.</param>
/// <param name="Warning">The rule that tells of it; null if nothing has to.</param>
/// <param name="At">What stands in the line that is told.</param>
internal sealed record Construct(
    string Name,
    string Verdict,
    string Operation,
    string? Components,
    string Version,
    string? Answer,
    string? Written,
    string? Body,
    IReadOnlyDictionary<string, string> Query,
    string? Sent,
    string? Warning,
    string? At)
{
    /// <summary>The least document that has it.</summary>
    public string Document => Operation.StartsWith("swagger", StringComparison.Ordinal) || Operation.StartsWith("openapi", StringComparison.Ordinal)
        ? Operation
        : $"openapi: {Version}\ninfo: {{ title: Constructs, version: '1' }}\nservers: [ {{ url: https://api.example.test }} ]\npaths:\n  /x:\n{Indented(Operation, 4)}"
            + (Components is null ? "" : $"components:\n  schemas:\n{Indented(Components, 4)}");

    private static string Indented(string text, int spaces) => string.Concat(text.TrimEnd().Split('\n').Select(line => new string(' ', spaces) + line + "\n"));
}

using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Operations;

namespace SieSmart.Generators.Shaping;

/// <summary>Checks what the document leaves unsaid, and the options that name parts of it.</summary>
internal sealed class DocumentRules(ClientOptions options, OpenApiDocument document, PreconditionRule? guarded, FaultList faults)
{
    /// <summary>Checks the operations that the client has.</summary>
    public void Check(IReadOnlyList<PathItem> paths)
    {
        var operations = paths
            .SelectMany(path => path.Operations.Select(operation => (Title: operation.Verb.ToUpperInvariant() + " " + path.Template, Path: path, Operation: operation)))
            .Where(found => options.Paths.Allows(found.Path.Template, found.Operation.Verb))
            .ToList();
        if (options.Mode != PreconditionMode.None)
        {
            CheckRule(operations.Exists(found => GuardedWrites.IsWrite(found.Operation)));
            CheckExemptions(new HashSet<string>(operations.Select(found => found.Title), StringComparer.Ordinal));
        }

        CheckPatterns("IncludePaths", options.Paths.Include);
        CheckPatterns("ExcludePaths", options.Paths.Exclude);
        CheckServers("a path", operations.Select(found => found.Path.OwnServers));
        CheckServers("an operation", operations.Select(found => found.Operation.OwnServers));
        var byId = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (title, _, operation) in operations)
        {
            CheckId(operation, title, byId);
            CheckTraceId(operation, title);
            if (options.Mode != PreconditionMode.None && !operation.Responses.Any(response => response.Code is "429" or "4XX"))
            {
                faults.Add(DiagnosticRules.UndeclaredRateLimit, operation.Position, title);
            }
        }
    }

    private void CheckServers(string what, IEnumerable<TextPosition?> positions)
    {
        foreach (var position in positions.OfType<TextPosition>().Distinct())
        {
            faults.Add(DiagnosticRules.UnsupportedConstruct, position, $"'servers' of {what}", "Its requests go to the document's first server, as all others do; to send them elsewhere, give the whole address to WithUrl.");
        }
    }

    private void CheckRule(bool hasWrites)
    {
        if (hasWrites && guarded is null)
        {
            faults.Add(DiagnosticRules.NothingGuarded, default);
        }

        if (options.Rule is null && document.IfMatchDefault is { } rule and not ("all" or "declared"))
        {
            faults.Add(DiagnosticRules.UnknownMark, default, Extensions.IfMatchDefault, rule, "'all' or 'declared'");
        }
    }

    private void CheckExemptions(HashSet<string> titles)
    {
        foreach (var exemption in options.Exempt.Where(exemption => !titles.Contains(exemption)))
        {
            faults.Add(DiagnosticRules.UnmatchedOption, default, "PreconditionExempt", exemption, "the client has no such operation", "POST /things/{thing-id}");
        }
    }

    private void CheckPatterns(string option, IEnumerable<string> patterns)
    {
        foreach (var pattern in patterns.Where(pattern => !document.Paths.Any(path => PathFilter.Matches(pattern, path.Template, path.Operations.Select(operation => operation.Verb)))))
        {
            faults.Add(DiagnosticRules.UnmatchedOption, default, option, pattern, "the document has no such operation", "GET,POST /things/*");
        }
    }

    private void CheckId(Operation operation, string title, Dictionary<string, string> byId)
    {
        if (operation.Id is not { } id)
        {
            return;
        }

        if (byId.TryGetValue(id, out var other))
        {
            faults.Add(DiagnosticRules.CollidingOperations, operation.Position, other, title, $"have the same operationId '{id}'", "Both are generated, but logs and traces can't tell them apart; rename one.");
        }
        else
        {
            byId.Add(id, title);
        }
    }

    private void CheckTraceId(Operation operation, string title)
    {
        if ((options.TraceIdHeader ?? document.TraceIdHeader) is not { } header)
        {
            return;
        }

        var silent = operation.Responses.Where(response => !response.Headers.Contains(header, StringComparer.OrdinalIgnoreCase)).Select(response => response.Code.ToLowerInvariant()).ToList();
        if (silent.Count > 0)
        {
            faults.Add(DiagnosticRules.UndeclaredTraceId, operation.Position, title, header, string.Join(", ", silent));
        }
    }
}

using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping;

/// <summary>Checks what the document leaves unsaid, and the options that name parts of it.</summary>
internal sealed class DocumentRules(ClientOptions options, OpenApiDocument document, FaultList faults)
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
            CheckRule();
            CheckExemptions(new HashSet<string>(operations.Select(found => found.Title), StringComparer.Ordinal));
        }

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

    private void CheckRule()
    {
        if (options.Rule is null && document.IfMatchDefault is { } rule and not ("all" or "declared"))
        {
            faults.Add(DiagnosticRules.UnknownMark, default, Extensions.IfMatchDefault, rule, "'all' or 'declared'");
        }
    }

    private void CheckExemptions(HashSet<string> titles)
    {
        foreach (var exemption in options.Exempt.Where(exemption => !titles.Contains(exemption)))
        {
            faults.Add(DiagnosticRules.UnmatchedOption, default, "PreconditionExempt", exemption);
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

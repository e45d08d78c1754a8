using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>Decides what an operation has to do with entity tags.</summary>
internal sealed class PreconditionShaper(ClientOptions options, OpenApiDocument document, PreconditionRule? guarded, FaultList faults)
{
    private readonly HashSet<string> _readableScopes = new(
        document.Paths.Where(path => path.Operations.Any(operation => operation.Verb == "get" && ReturnsVersion(operation))).Select(path => path.Template),
        StringComparer.Ordinal);

    /// <summary>Describes an operation.</summary>
    public OperationModel Shape(Operation operation, PathItem path)
    {
        var method = operation.Verb.ToUpperInvariant();
        var title = method + " " + path.Template;
        var returnsVersion = ReturnsVersion(operation);
        var scope = VersionScope(operation, path);
        var precondition = PreconditionOf(operation, path, title, returnsVersion);
        if (precondition is PreconditionKind.Guarded or PreconditionKind.Optional)
        {
            CheckGuarded(operation, precondition, title, scope);
        }

        return new OperationModel(
            operation.Id ?? title,
            method,
            path.Template,
            precondition,
            scope,
            returnsVersion,
            operation.IsRetrySafe,
            operation.PathProvenance == Provenance.Inferred);
    }

    private void CheckGuarded(Operation operation, PreconditionKind precondition, string title, string? scope)
    {
        if (scope is null)
        {
            if (precondition == PreconditionKind.Guarded)
            {
                faults.Add(DiagnosticRules.UnreadableVersionScope, operation.Position, title);
            }
        }
        else if (!_readableScopes.Contains(scope))
        {
            faults.Add(
                DiagnosticRules.VersionScopeWithoutETag,
                operation.Position,
                title,
                scope,
                document.Paths.Any(path => path.Template == scope) ? "no GET there declares an ETag response header" : "the document has no such path");
        }

        if (GuardedWrites.IsWrite(operation) && !operation.Responses.Any(response => response.Code is "412" or "4XX"))
        {
            faults.Add(DiagnosticRules.UndeclaredPreconditionFailure, operation.Position, title);
        }
    }

    private PreconditionKind PreconditionOf(Operation operation, PathItem path, string title, bool returnsVersion)
    {
        if (options.Mode == PreconditionMode.None)
        {
            return PreconditionKind.None;
        }

        var unguarded = returnsVersion ? PreconditionKind.Versioned : PreconditionKind.Unversioned;
        var declared = GuardedWrites.HeaderOf(operation, path);
        if (operation.IfMatchMark is { } mark and not "none")
        {
            faults.Add(DiagnosticRules.UnknownMark, operation.Position, Extensions.IfMatch, mark, "'none'");
        }

        if (operation.IfMatchMark == "none" || options.Exempt.Contains(title))
        {
            if (declared is not null)
            {
                faults.Add(DiagnosticRules.OverriddenPrecondition, declared.Position, title, operation.IfMatchMark == "none" ? "'x-if-match: none'" : "PreconditionExempt");
            }

            return unguarded;
        }

        if (!GuardedWrites.IsWrite(operation))
        {
            return declared is null ? unguarded : PreconditionKind.Optional;
        }

        if (declared is not null)
        {
            return declared.IsRequired ? PreconditionKind.Guarded : PreconditionKind.Optional;
        }

        if (guarded != PreconditionRule.All)
        {
            return unguarded;
        }

        faults.Add(DiagnosticRules.WriteWithoutPrecondition, operation.Position, title);
        return PreconditionKind.Guarded;
    }

    private string? VersionScope(Operation operation, PathItem path)
    {
        if ((operation.VersionScope ?? path.VersionScope ?? options.VersionScope) is { } said)
        {
            return said;
        }

        for (var template = path.Template; template.Length > 0; template = template.Substring(0, template.LastIndexOf('/')))
        {
            if (_readableScopes.Contains(template))
            {
                return template;
            }
        }

        return null;
    }

    private static bool ReturnsVersion(Operation operation) =>
        operation.Responses.Any(response => response.Code.StartsWith("2", StringComparison.Ordinal) && response.HasETag);
}

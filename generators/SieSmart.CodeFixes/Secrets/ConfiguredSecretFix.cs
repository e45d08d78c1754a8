using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.CodeFixes.Documents;
using SieSmart.CodeFixes.Fixing;

namespace SieSmart.CodeFixes.Secrets;

/// <summary>Reads a client secret from configuration if there is one at hand, or else from an environment variable.</summary>
internal sealed class ConfiguredSecretFix : DocumentFix
{
    private const string Key = "SieSmart:ClientSecret";
    private const string Variable = "SIESMART_CLIENT_SECRET";

    /// <inheritdoc/>
    public override ImmutableArray<SyntaxNode> Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>() is { } secret ? [secret] : [];

    /// <inheritdoc/>
    public override async Task<Document?> ApplyAsync(Document document, ImmutableArray<SyntaxAnnotation> marks, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root?.GetAnnotatedNodes(marks[0]).OfType<ExpressionSyntax>().FirstOrDefault() is not { } secret || model is null)
        {
            return null;
        }

        var constant = new SecretConstant(root, model, secret);
        if (constant is { IsElsewhere: true })
        {
            return null;
        }

        var before = CountProblems(model, secret.Body());
        foreach (var text in Candidates(model, secret))
        {
            var value = SyntaxFactory.ParseExpression(text).WithTriviaFrom(secret).WithAdditionalAnnotations(marks[0]);
            var changed = document.WithSyntaxRoot(constant.Replace(value));
            if (await CountProblemsAsync(changed, marks[0], cancellationToken).ConfigureAwait(false) <= before)
            {
                return changed;
            }
        }

        return null;
    }

    private static IEnumerable<string> Candidates(SemanticModel model, ExpressionSyntax secret)
    {
        var missing = Name(model, secret, nameof(InvalidOperationException));
        var environment = Name(model, secret, nameof(Environment));
        foreach (var configuration in ConfigurationInScope.Find(model, secret))
        {
            yield return $"{configuration}[\"{Key}\"]";
            yield return $"{configuration}[\"{Key}\"] ?? throw new {missing}(\"The configuration has no '{Key}'. Set it, for instance with 'dotnet user-secrets'.\")";
        }

        yield return $"{environment}.GetEnvironmentVariable(\"{Variable}\")";
        yield return $"{environment}.GetEnvironmentVariable(\"{Variable}\") ?? throw new {missing}(\"The environment has no '{Variable}'. Set it to the client secret.\")";
    }

    private static string Name(SemanticModel model, ExpressionSyntax place, string type) =>
        model.LookupSymbols(place.SpanStart, name: type) is { Length: 1 } found
        && found[0] is INamedTypeSymbol { ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } }
            ? type
            : $"{nameof(System)}.{type}";

    // Null where there must be none is a warning only, but the fix can do better.
    private static int CountProblems(SemanticModel model, SyntaxNode body) =>
        model.GetDiagnostics(body.Span).Count(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    private static async Task<int> CountProblemsAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root?.GetAnnotatedNodes(mark).FirstOrDefault() is { } value && model is not null ? CountProblems(model, value.Body()) : int.MaxValue;
    }
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SieSmart.CodeFixes.Fixing;
using SieSmart.CodeFixes.Secrets;

namespace SieSmart.CodeFixes;

/// <summary>Moves client secrets out of the source (SIE3001).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiteralSecretCodeFixProvider))]
[Shared]
public sealed class LiteralSecretCodeFixProvider : CodeFixProvider
{
    private const string Title = "Read the client secret from configuration";

    private static readonly ConfiguredSecretFix Configure = new();
    private static readonly SequentialFixAllProvider All = new(nameof(Configure), Configure);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SIE3001"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => All;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixRunner.ApplyAsync(context.Document, diagnostic, Configure, context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(changed), nameof(Configure)), diagnostic);
            }
        }
    }
}

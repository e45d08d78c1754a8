using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SieSmart.CodeFixes.Fixing;

namespace SieSmart.CodeFixes;

/// <summary>Takes the new version from the result of a write (SIE1002, SIE1005).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StaleETagCodeFixProvider))]
[Shared]
public sealed class StaleETagCodeFixProvider : CodeFixProvider
{
    private const string Title = "Use the ETag that the earlier write returned";

    private static readonly NewVersionFix TakeNewVersion = new();
    private static readonly SequentialFixAllProvider All = new(nameof(TakeNewVersion), TakeNewVersion);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [NewVersionFix.StaleETag, "SIE1005"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => All;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixRunner.ApplyAsync(context.Document, diagnostic, TakeNewVersion, context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(changed), nameof(TakeNewVersion)), diagnostic);
            }
        }
    }
}

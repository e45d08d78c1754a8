using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SieSmart.CodeFixes.Fixing;

/// <summary>Offers one fix for the diagnostics of one rule, where what comes of it compiles. Thread-safe.</summary>
public abstract class SingleFixProvider : CodeFixProvider
{
    private readonly string _title;
    private readonly string _equivalenceKey;
    private readonly DocumentFix _fix;
    private readonly SequentialFixAllProvider _all;

    private protected SingleFixProvider(string ruleId, string title, string equivalenceKey, DocumentFix fix)
    {
        FixableDiagnosticIds = [ruleId];
        _title = title;
        _equivalenceKey = equivalenceKey;
        _fix = fix;
        _all = new SequentialFixAllProvider(equivalenceKey, fix);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => _all;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixRunner.ApplyAsync(context.Document, diagnostic, _fix, context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                context.RegisterCodeFix(CodeAction.Create(_title, _ => Task.FromResult(changed), _equivalenceKey), diagnostic);
            }
        }
    }
}

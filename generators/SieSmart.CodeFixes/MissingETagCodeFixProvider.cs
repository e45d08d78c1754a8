using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SieSmart.CodeFixes.Fixing;

namespace SieSmart.CodeFixes;

/// <summary>Gives writes their If-Match (SIE1001).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingETagCodeFixProvider))]
[Shared]
public sealed class MissingETagCodeFixProvider : CodeFixProvider
{
    private const string PassTitle = "Pass the ETag of the version that was read";
    private const string ParameterTitle = "Add an ETag parameter to the method";

    private static readonly PassVersionFix PassVersion = new();
    private static readonly AddParameterFix AddParameter = new();
    private static readonly SequentialFixAllProvider All = new(nameof(PassVersion), PassVersion);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SIE1001"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => All;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixRunner.ApplyAsync(context.Document, diagnostic, PassVersion, context.CancellationToken).ConfigureAwait(false) is { } passed)
            {
                context.RegisterCodeFix(CodeAction.Create(PassTitle, _ => Task.FromResult(passed), nameof(PassVersion)), diagnostic);
            }
            else if (await FixRunner.ApplyAsync(context.Document, diagnostic, AddParameter, context.CancellationToken).ConfigureAwait(false) is { } extended)
            {
                context.RegisterCodeFix(CodeAction.Create(ParameterTitle, _ => Task.FromResult(extended), nameof(AddParameter)), diagnostic);
            }
        }
    }
}

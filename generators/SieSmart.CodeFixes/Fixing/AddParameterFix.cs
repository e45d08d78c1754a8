using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SieSmart.CodeFixes.Rewriting;

namespace SieSmart.CodeFixes.Fixing;

/// <summary>Lets the method around a write ask its callers for the version.</summary>
internal sealed class AddParameterFix : UnguardedCallFix
{
    /// <inheritdoc/>
    public override async Task<Document?> ApplyAsync(Document document, ImmutableArray<SyntaxAnnotation> marks, CancellationToken cancellationToken) =>
        await BindAsync(document, marks[0], cancellationToken).ConfigureAwait(false) is var (bound, call)
        && new ETagParameter(bound).Add(call) is var (extended, name)
        && await BindAsync(extended, marks[0], cancellationToken).ConfigureAwait(false) is var (rebound, again)
            ? new GuardedCalling(rebound).Pass(again, name)
            : null;
}

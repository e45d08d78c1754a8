using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SieSmart.CodeFixes.Calls;
using SieSmart.CodeFixes.Documents;
using SieSmart.CodeFixes.Rewriting;
using SieSmart.CodeFixes.Versions;

namespace SieSmart.CodeFixes.Fixing;

/// <summary>Gives a write the version that is at hand, or that a read before it could have returned.</summary>
internal sealed class PassVersionFix : UnguardedCallFix
{
    // Each step brings the version closer; a document in which more are needed is not understood.
    private const int MaxSteps = 32;

    /// <inheritdoc/>
    public override async Task<Document?> ApplyAsync(Document document, ImmutableArray<SyntaxAnnotation> marks, CancellationToken cancellationToken)
    {
        var current = document;
        for (var step = 0; step < MaxSteps; step++)
        {
            if (await BindAsync(current, marks[0], cancellationToken).ConfigureAwait(false) is not { } site)
            {
                return null;
            }

            var (bound, call) = site;
            if (new VersionsInScope(bound, call).Nearest() is not { } version)
            {
                if (FromSource(bound, call) is not { } read)
                {
                    return null;
                }

                current = read;
            }
            else if (await RenewAsync(bound, call, version, cancellationToken).ConfigureAwait(false) is { } renewed)
            {
                current = renewed;
            }
            else
            {
                return new GuardedCalling(bound).Pass(call, version.Text) is { } guarded
                    ? await TakeInLoopAsync(guarded, marks[0], cancellationToken).ConfigureAwait(false)
                    : null;
            }
        }

        return null;
    }

    private static Document? FromSource(BoundDocument bound, OperationCall call) =>
        new VersionSources(bound, call).All()
            .Select(new ResultCapturing(bound).IntoNewVariable)
            .Where(capture => capture is { ChangesNothing: false })
            .Select(capture => bound.Document.WithSyntaxRoot(capture!.Apply(bound.Root)))
            .FirstOrDefault();

    // A version that a write before has used up is no longer current; what that write returned is.
    private static async Task<Document?> RenewAsync(BoundDocument bound, OperationCall call, VersionInScope version, CancellationToken cancellationToken)
    {
        foreach (var write in new VersionSources(bound, call).Spending(version))
        {
            if (await new NewVersion(bound).TakeAsync(write, call.Syntax, use: null, cancellationToken).ConfigureAwait(false) is { } renewed
                && !IsSame(bound.Root, await renewed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false)))
            {
                return renewed;
            }
        }

        return null;
    }

    private static async Task<Document?> TakeInLoopAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        if (await BindAsync(document, mark, cancellationToken).ConfigureAwait(false) is not var (bound, call)
            || !call.Description.SendsGuardedWrite
            || new VersionsInScope(bound, call).All().FirstOrDefault(version => string.Equals(version.Text, call.ETag?.ToString(), StringComparison.Ordinal)) is not { } version
            || call.Syntax.LoopSince(version.Since) is null)
        {
            return document;
        }

        return await new NewVersion(bound).TakeAsync(call, call.Syntax, use: null, cancellationToken).ConfigureAwait(false) ?? document;
    }

    private static bool IsSame(SyntaxNode before, SyntaxNode? after) => after is not null && before.IsEquivalentTo(after);
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Diagnostics;
using SieSmart.Analyzers.Flow.Evaluation;
using SieSmart.Analyzers.Flow.Graphs;
using SieSmart.Analyzers.Flow.States;
using SieSmart.Analyzers.Flow.Values;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Preconditions;

/// <summary>Judges the guarded calls of one function.</summary>
internal sealed class GuardedCallRules(FlowFunction function, FlowGraph graph, RuntimeSymbols symbols, Action<Diagnostic> report)
    : IGuardedCallObserver
{
    private readonly HashSet<IOperation> _dropped = [];

    /// <inheritdoc/>
    public void Observe(GuardedCall call, FlowState before)
    {
        if (call.Function is not null)
        {
            // What the function does with its own arguments is judged inside it.
            _ = call.ETag.IsKnown && IsStale(call, before);
        }
        else if (call.ETag is MissingETagValue)
        {
            Report(DiagnosticRules.WriteWithoutETag, call.Argument, MethodName(call.Invocation), $"'{Text(call.Argument)}' is no ETag; pass the one that you read");
        }
        else if (call.ETag is AnyETagValue)
        {
            Report(DiagnosticRules.AnyETag, call.Argument, MethodName(call.Invocation));
        }
        else if (IsDoubtful(call, before))
        {
            // What is wrong on one of the ways is said.
        }
        else if (call.ETag.IsKnown && !IsForeign(call, before) && !IsStale(call, before))
        {
            FindDroppedVersion(call, before);
        }
    }

    // A version that was left by one of several ways which all lead to the call. Where a condition stands between, the program
    // may have asked which way it was.
    private bool IsDoubtful(GuardedCall call, FlowState before)
    {
        if (call.ETag is not MergeValue merged || !before.Doubts.TryGetValue(merged, out var doubt))
        {
            return false;
        }

        var isReached = merged.Block == call.Block || graph.LeadsAlwaysTo(merged.Block, call.Block);
        if (isReached && !graph.IsLoopHead(merged.Block) && (doubt.CanBeMissing || doubt.CanBeAny))
        {
            if (doubt.CanBeMissing)
            {
                Report(DiagnosticRules.WriteWithoutETag, call.Argument, MethodName(call.Invocation), $"'{Text(call.Argument)}' can be no ETag; pass the one that you read");
            }
            else
            {
                Report(DiagnosticRules.AnyETag, call.Argument, MethodName(call.Invocation));
            }

            return true;
        }

        var isNextRound = graph.LoopsAround(merged.Block, call.Block).Any(loop => loop.Head == merged.Block && loop.AlwaysRepeats(call.Block));
        if (doubt.Stale is not { Site: IInvocationOperation site, Write: { Scope: { } scope, Identity: { } written } }
            || !string.Equals(scope, call.Method.Scope, StringComparison.Ordinal)
            || call.Identity?.IsSameAs(written) != true
            || !(isReached || isNextRound))
        {
            return false;
        }

        ReportStale(call, site, isReached ? StaleETagCause.Sequence : StaleETagCause.Loop, $"'{MethodName(site)}' wrote with it on one of the ways that lead here");
        return true;
    }

    private bool IsForeign(GuardedCall call, FlowState before)
    {
        if (Origin(call.ETag) is not { } origin
            || !before.Calls.TryGetValue(origin, out var source)
            || source.Scope is not { } from
            || call.Method.Scope is not { } to)
        {
            return false;
        }

        if (!string.Equals(from, to, StringComparison.Ordinal))
        {
            Report(call, origin, from, to);
            return true;
        }

        if (source.Identity is { } read && call.Identity is { } written && FindDifference(read, written) is { } difference)
        {
            Report(call, origin, $"{from} of {difference.Read}", $"that of {difference.Written}");
            return true;
        }

        return false;

        void Report(GuardedCall target, IOperation read, string of, string to) =>
            report(Diagnostic.Create(
                DiagnosticRules.ForeignETag, target.Argument.Syntax.GetLocation(), [read.Syntax.GetLocation()], Text(target.Argument), of, to));
    }

    private (string Read, string Written)? FindDifference(ResourceIdentity read, ResourceIdentity written)
    {
        if (!read.IsComplete || !written.IsComplete || !read.Root.IsKnown || !read.Root.Equals(written.Root))
        {
            return null;
        }

        for (var i = 0; i < Math.Min(read.Arguments.Count, written.Arguments.Count); i++)
        {
            if (Difference(read.Arguments[i], written.Arguments[i]) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    // Two calls may return one id, and a local may be another's copy; constants and parameters are themselves.
    private (string Read, string Written)? Difference(Value read, Value written) => (read, written) switch
    {
        (ConstantValue { Constant: { } first }, ConstantValue { Constant: { } second }) when first.GetType() == second.GetType() && !first.Equals(second) =>
            (FormattableString.Invariant($"{first}"), FormattableString.Invariant($"{second}")),
        (EntryValue { Symbol: IParameterSymbol first }, EntryValue { Symbol: IParameterSymbol second })
            when !RuntimeSymbols.Same(first, second)
                && RuntimeSymbols.Same(first.Type, second.Type)
                && RuntimeSymbols.Same(first.ContainingSymbol, second.ContainingSymbol)
                && !function.Uses.AreCompared(first, second) => ($"'{first.Name}'", $"'{second.Name}'"),
        (MemberValue { Instance: EntryValue first, Member: var member }, MemberValue { Instance: EntryValue second, Member: var other })
            when RuntimeSymbols.Same(member, other) && Difference(first, second) is { } owners =>
            ($"{owners.Read}.{member.Name}", $"{owners.Written}.{member.Name}"),
        _ => null,
    };

    private bool IsStale(GuardedCall call, FlowState before)
    {
        if (function.IsRepeated && call.Method.SendsGuardedWrite && IsFromOutside(call) && graph.AlwaysRuns(call.Block))
        {
            ReportStale(call, call.Invocation, StaleETagCause.Concurrent, $"'{MethodName(call.Invocation)}' is called with it for each element");
            return true;
        }

        foreach (var (site, write) in Precedents(call, before).Where(write => write.Write.ETag.Equals(call.ETag)))
        {
            var isItself = ReferenceEquals(site, call.Invocation);
            var isSequence = !isItself && (write.IsCertain || graph.LeadsAlwaysTo(graph.BlockOf(site), call.Block));
            if (!isSequence && !RepeatsWith(call, site))
            {
                continue;
            }

            var name = MethodName(site);
            var (cause, because) = (write.IsInFlight, isSequence) switch
            {
                (true, _) => (StaleETagCause.Concurrent, $"'{name}' writes with it at the same time"),
                (_, true) => (StaleETagCause.Sequence, $"an earlier call of '{name}' wrote with it"),
                _ => (StaleETagCause.Loop, $"'{name}' wrote with it in the round of the loop before"),
            };
            ReportStale(call, site, cause, because);
            return true;
        }

        return false;
    }

    private void FindDroppedVersion(GuardedCall call, FlowState before)
    {
        foreach (var (site, write) in Precedents(call, before))
        {
            var isOlder = call.ETag is EntryValue { Symbol: IParameterSymbol }
                || (Origin(call.ETag) is { } origin && graph.IsOver(origin, site));
            if (isOlder
                && symbols.Describe(site.TargetMethod) is { ReturnsVersion: true }
                && !write.IsInFlight
                && !write.ETag.Equals(call.ETag)
                && (write.IsCertain || graph.LeadsAlwaysTo(graph.BlockOf(site), call.Block))
                && ResultUse.DropsVersion(site, function.Uses)
                && _dropped.Add(site))
            {
                report(Diagnostic.Create(
                    DiagnosticRules.DroppedVersion, NameLocation(site), [call.Argument.Syntax.GetLocation()], MethodName(site), Text(call.Argument)));
            }
        }
    }

    private static IEnumerable<(IInvocationOperation Site, PastWrite Write)> Precedents(GuardedCall call, FlowState before) =>
        call is { Method.Scope: { } scope, Identity: { } identity }
            ? before.Writes
                .Where(write => string.Equals(write.Value.Scope, scope, StringComparison.Ordinal) && write.Value.Identity?.IsSameAs(identity) == true)
                .Select(write => ((IInvocationOperation)write.Key, write.Value))
                .OrderByDescending(write => write.Value.IsCertain)
                .ThenByDescending(write => write.Item1.Syntax.SpanStart)
            : [];

    private bool RepeatsWith(GuardedCall call, IInvocationOperation site) =>
        graph.LoopsAround(graph.BlockOf(site), call.Block)
            .Where(loop => !call.ETag.Any(value => IsMadeIn(value, loop)))
            .Any(loop => loop.AlwaysRepeats(call.Block) && loop.AlwaysRepeats(graph.BlockOf(site)));

    private bool IsMadeIn(Value value, FlowLoop loop) => value switch
    {
        SiteValue made => loop.Blocks.Contains(graph.BlockOf(made.Site)),
        MergeValue merged => loop.Blocks.Contains(merged.Block),
        _ => false,
    };

    // What a lambda is given, or finds out itself, may be another thing each time.
    private bool IsFromOutside(GuardedCall call)
    {
        return !call.ETag.Any(IsOwn) && call.Identity is { } identity && !identity.Any(IsOwn);

        bool IsOwn(Value value) => value switch
        {
            EntryValue entry => RuntimeSymbols.Same(entry.Symbol.ContainingSymbol, function.Symbol),
            SiteValue made => graph.BlockOf(made.Site) >= 0,
            MergeValue or UnknownValue => true,
            _ => false,
        };
    }

    private IOperation? Origin(Value etag) =>
        etag is MemberValue { Instance: SiteValue call, Member: var member } && RuntimeSymbols.Same(member, symbols.VersionedETag)
            ? call.Site
            : null;

    private void ReportStale(GuardedCall call, IInvocationOperation earlier, string cause, string because) =>
        report(Diagnostic.Create(
            DiagnosticRules.StaleETag,
            (call.Function is null ? call.Argument : call.Invocation).Syntax.GetLocation(),
            [earlier.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add(StaleETagCause.Key, call.Function is null || string.Equals(cause, StaleETagCause.Concurrent, StringComparison.Ordinal) ? cause : StaleETagCause.Call),
            Text(call.Argument),
            because));

    private void Report(DiagnosticDescriptor rule, IOperation where, params object[] arguments) =>
        report(Diagnostic.Create(rule, where.Syntax.GetLocation(), arguments));

    private static string MethodName(IInvocationOperation invocation) =>
        invocation is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance.Syntax: var function } ? function.ToString() : invocation.TargetMethod.Name;

    private static Location NameLocation(IInvocationOperation invocation) => InvocationSyntax.Name(invocation);

    private static string Text(IOperation operation) => operation.Syntax.ToString();
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Flow.Values;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Tells what calls of lambdas and local functions write, in terms of the caller.</summary>
internal sealed class FunctionCalls(FlowMemory memory, ReferenceEvaluation references, FlowFunction caller, FunctionWrites writes)
{
    /// <summary>The guarded write that a call certainly makes; null if there is none, or it can't be told.</summary>
    public GuardedCall? WriteOf(IInvocationOperation invocation, Value? instance, ValueList arguments)
    {
        var called = invocation.TargetMethod switch
        {
            { MethodKind: MethodKind.LocalFunction } local => new FunctionValue(local.OriginalDefinition, Lambda: null),
            { MethodKind: MethodKind.DelegateInvoke } => instance as FunctionValue,
            _ => null,
        };
        if (called is null || writes.Of(caller, called) is not { } write)
        {
            return null;
        }

        var etag = Translate(write.ETag);
        var root = Translate(write.Identity.Root);
        var identity = new ResourceIdentity(root, write.Identity.IsComplete, new ValueList([.. write.Identity.Arguments.Select(Translate)]));
        return etag.IsKnown && identity.Root.IsKnown && etag.Size + root.Size + identity.Arguments.Size <= WorkBudget.MaxValueSize
            ? new GuardedCall(invocation, write.Method, write.Argument, etag, identity, memory.Block) { Function = write.Function }
            : null;

        Value Translate(Value value) => value switch
        {
            EntryValue { Symbol: IParameterSymbol parameter } when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, write.Function) =>
                Argument(parameter.Ordinal),
            EntryValue entry => references.Read(entry.Symbol, invocation),
            MemberValue { Instance: { } owner } member => Known(new MemberValue(Translate(owner), member.Member)),
            BuilderValue builder => new BuilderValue(Translate(builder.Root), builder.IsFromClient, new ValueList([.. builder.Arguments.Select(Translate)])),
            _ => value,
        };

        // Optional arguments that are left out are among them.
        Value Argument(int ordinal)
        {
            for (var i = 0; i < invocation.Arguments.Length && i < arguments.Count; i++)
            {
                if (invocation.Arguments[i].Parameter?.Ordinal == ordinal)
                {
                    return arguments[i];
                }
            }

            return UnknownValue.Instance;
        }
    }

    private Value Known(MemberValue member) =>
        memory.State.Get(new MemberStorage(member)) is { } known and not UnknownValue ? known : member;
}

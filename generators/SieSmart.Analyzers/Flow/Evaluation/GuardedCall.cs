using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Flow.Values;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>A call that takes a mandatory ETag.</summary>
/// <param name="Invocation">The call.</param>
/// <param name="Method">What the method does with versions.</param>
/// <param name="Argument">The expression that is passed as the ETag.</param>
/// <param name="ETag">What it evaluates to.</param>
/// <param name="Identity">The resource that is written to; null if unknown.</param>
/// <param name="Block">The block in which the call stands.</param>
internal sealed record GuardedCall(
    IInvocationOperation Invocation,
    OperationMethod Method,
    IOperation Argument,
    Value ETag,
    ResourceIdentity? Identity,
    int Block)
{
    /// <summary>The function whose call makes the write; null if the call itself does.</summary>
    public IMethodSymbol? Function { get; init; }
}

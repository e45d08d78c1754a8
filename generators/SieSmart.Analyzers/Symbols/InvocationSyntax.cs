using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SieSmart.Analyzers.Symbols;

/// <summary>Where calls stand in the source.</summary>
internal static class InvocationSyntax
{
    /// <summary>Where the name of the called method stands: a chain of builders may go over many lines.</summary>
    public static Location Name(IInvocationOperation invocation) => invocation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        var syntax => syntax.GetLocation(),
    };
}

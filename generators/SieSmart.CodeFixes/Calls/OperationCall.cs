using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.CodeFixes.Calls;

/// <summary>A call of a generated method.</summary>
/// <param name="Syntax">The call.</param>
/// <param name="Method">The method that is called.</param>
/// <param name="Description">What it does with versions; of <paramref name="VersionedForm"/>, if there is one.</param>
/// <param name="Resource">The resource that the call is about.</param>
/// <param name="VersionedForm">The method beside it that also returns the version; null if it has none or needs none.</param>
internal sealed record OperationCall(
    InvocationExpressionSyntax Syntax,
    IMethodSymbol Method,
    OperationMethod Description,
    ResourcePath Resource,
    IMethodSymbol? VersionedForm)
{
    /// <summary>Whether the call returns a version as it stands.</summary>
    public bool ReturnsVersion => Description.ReturnsVersion && VersionedForm is null;

    /// <summary>Whether the result of the call, or of its versioned form, holds a value besides the version.</summary>
    public bool HasValue =>
        (VersionedForm ?? Method).ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } results }
        && results[0] is INamedTypeSymbol { IsGenericType: true };

    /// <summary>The expression that is passed as the ETag.</summary>
    public ExpressionSyntax? ETag => Description.IsGuarded && VersionedForm is null ? ETagArgument.Find(this)?.Expression : null;
}

using Microsoft.CodeAnalysis;
using SieSmart.Analyzers.Flow.Values;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>A guarded write that each call of a function makes, unless it throws.</summary>
/// <param name="Function">The function.</param>
/// <param name="Method">What the method that writes does with versions.</param>
/// <param name="Argument">The expression that is passed as the ETag.</param>
/// <param name="ETag">The version, in terms of what the function is given and finds around it.</param>
/// <param name="Identity">The resource that is written to, in the same terms.</param>
internal sealed record FunctionWrite(IMethodSymbol Function, OperationMethod Method, IOperation Argument, Value ETag, ResourceIdentity Identity);

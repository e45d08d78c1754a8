using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Outcomes;

/// <summary>The calls that happen twice if they are sent twice: no version guards them, and each makes something new.</summary>
/// <param name="symbols">What the runtime package calls things.</param>
/// <param name="areCreates">Whether only those count that return the version of what they make: others may be mere queries.</param>
internal sealed class UnguardedPosts(RuntimeSymbols symbols, bool areCreates)
{
    private const string Suffix = "Async";

    /// <summary>Whether a call is one of them.</summary>
    public bool Contains(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return symbols.BuilderOf(method) is not null
            && method.Name.StartsWith("Post", StringComparison.Ordinal)
            && method.Name.EndsWith(Suffix, StringComparison.Ordinal)
            && symbols.Describe(method) is null or { IsGuarded: false, RequiresIfMatch: false, BuildsRequest: false }
            && (!areCreates || ReturnsVersion(method));
    }

    private bool ReturnsVersion(IMethodSymbol method) =>
        symbols.Describe(method) is { ReturnsVersion: true }
        || symbols.Overloads(symbols.BuilderOf(method)!, method.Name.Substring(0, method.Name.Length - Suffix.Length) + "Versioned" + Suffix)
            .Any(other => symbols.Describe(other) is { ReturnsVersion: true, IsGuarded: false });
}

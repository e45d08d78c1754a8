using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.CodeFixes.Calls;
using SieSmart.CodeFixes.Documents;

namespace SieSmart.CodeFixes.Rewriting;

/// <summary>Names variables so that they hide nothing and nothing hides them.</summary>
internal sealed class VariableNames(BoundDocument document)
{
    /// <summary>A free name for the version that a call returns.</summary>
    public string ForVersion(SyntaxNode call)
    {
        var taken = Taken(call);
        return taken.Contains("etag") ? Free("newETag", taken) : "etag";
    }

    /// <summary>A free name for the value that a call returns: that of its type.</summary>
    public string ForValue(OperationCall call)
    {
        var type = (call.VersionedForm ?? call.Method).ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } results }
            && results[0] is INamedTypeSymbol { TypeArguments: { Length: 1 } values }
            && SyntaxFacts.IsValidIdentifier(values[0].Name)
                ? values[0].Name
                : "Value";
        var name = char.ToLowerInvariant(type[0]) + type.Substring(1);
        return Free(SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "value", Taken(call.Syntax));
    }

    /// <summary>A free name like another one.</summary>
    public string Like(string name, SyntaxNode place) => Free(name, Taken(place));

    /// <summary>A free name like another one, for a variable that only a piece of code sees.</summary>
    public string Within(string name, SyntaxNode scope)
    {
        var taken = new HashSet<string>(document.Model.LookupSymbols(scope.SpanStart).Select(symbol => symbol.Name), StringComparer.Ordinal);
        taken.UnionWith(scope.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        return Free(name, taken);
    }

    // A name that is declared further down, in a block of its own, can't be used above it either.
    private HashSet<string> Taken(SyntaxNode place)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        taken.UnionWith(document.Model.LookupSymbols(place.SpanStart).Select(symbol => symbol.Name));
        taken.UnionWith(place.Body().DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        return taken;
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; taken.Contains(free); number++)
        {
            free = name + number.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }
}

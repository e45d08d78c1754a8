using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Analyzers.Symbols;
using SieSmart.CodeFixes.Documents;

namespace SieSmart.CodeFixes.Rewriting;

/// <summary>Lets a document name types in short.</summary>
internal static class Imports
{
    private const string System = nameof(System);

    /// <summary>Adds a using directive to a changed root unless the document it was made from already knows a type by its name.</summary>
    public static SyntaxNode Add(SyntaxNode changed, BoundDocument document, SyntaxNode place, INamedTypeSymbol type)
    {
        var isKnown = document.Model.LookupNamespacesAndTypes(place.SpanStart, name: type.Name).Any(known => RuntimeSymbols.Same(known, type));
        if (isKnown || changed is not CompilationUnitSyntax unit)
        {
            return changed;
        }

        var name = type.ContainingNamespace.ToDisplayString();
        var lineEnd = unit.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found : SyntaxFactory.LineFeed;
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name).WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(lineEnd);
        var next = unit.Usings.IndexOf(other => other.Alias is not null || other.StaticKeyword.RawKind != 0 || IsBefore(name, other.Name?.ToString() ?? ""));
        return unit.WithUsings(unit.Usings.Insert(next < 0 ? unit.Usings.Count : next, directive));
    }

    private static bool IsBefore(string name, string other) =>
        !IsOfSystem(other) && (IsOfSystem(name) || string.CompareOrdinal(name, other) < 0);

    private static bool IsOfSystem(string name) => string.Equals(name, System, StringComparison.Ordinal) || name.StartsWith(System + ".", StringComparison.Ordinal);
}

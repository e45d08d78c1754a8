using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Analyzers.Symbols;
using SieSmart.CodeFixes.Calls;
using SieSmart.CodeFixes.Documents;
using SieSmart.CodeFixes.Variables;

namespace SieSmart.CodeFixes.Versions;

/// <summary>Finds the versions that a call can be given.</summary>
internal sealed class VersionsInScope(BoundDocument document, OperationCall call)
{
    private readonly VersionOrigins _origins = new(document, call);
    private readonly VariableAssignments _assignments = new(document, call.Syntax.Body());

    /// <summary>
    /// The nearest version that is certainly of the right resource, or else the only one of which nothing speaks against it;
    /// null if there is none, or no telling which.
    /// </summary>
    public VersionInScope? Nearest()
    {
        var versions = All();
        return versions.FirstOrDefault(version => version.Match == VersionMatch.Certain) ?? (versions.Length == 1 ? versions[0] : null);
    }

    /// <summary>All versions that may be of the right resource, the nearest first.</summary>
    public ImmutableArray<VersionInScope> All() =>
    [
        .. document.Model.LookupSymbols(call.Syntax.SpanStart)
            .Select(Read)
            .OfType<VersionInScope>()
            .Where(version => version.Match == VersionMatch.Certain || !IsOneForMany(version))
            .OrderByDescending(version => version.Match)
            .ThenByDescending(version => version.Since.SpanStart),
    ];

    private VersionInScope? Read(ISymbol variable)
    {
        var type = (variable as ILocalSymbol)?.Type ?? (variable as IParameterSymbol)?.Type;
        var isETag = RuntimeSymbols.Same(type, document.Symbols.ETag);
        if (type is null || (!isETag && !document.Symbols.IsVersioned(type)))
        {
            return null;
        }

        var name = SyntaxFacts.GetKeywordKind(variable.Name) == SyntaxKind.None ? variable.Name : "@" + variable.Name;
        var text = isETag ? name : name + ".ETag";
        var earlier = _assignments.Of(variable).Where(assignment => assignment.Site.SpanStart < call.Syntax.SpanStart).ToImmutableArray();
        if (earlier.LastOrDefault(assignment => assignment.Site.Precedes(call.Syntax)) is { } last)
        {
            // What a branch may have left in it since then counts, too.
            var match = earlier.Where(assignment => assignment.Site.SpanStart >= last.Site.SpanStart).Min(_origins.Match);
            return match == VersionMatch.Foreign ? null : new VersionInScope(text, match, last.Site);
        }

        var declaration = variable is IParameterSymbol { RefKind: not RefKind.Out } ? Declaration(variable) : null;
        return declaration is null || earlier.Any(assignment => _origins.Match(assignment) == VersionMatch.Foreign)
            ? null
            : new VersionInScope(text, VersionMatch.Possible, declaration);
    }

    private SyntaxNode? Declaration(ISymbol variable) => variable.DeclaringSyntaxReferences
        .Where(reference => reference.SyntaxTree == document.Root.SyntaxTree)
        .Select(reference => reference.GetSyntax())
        .FirstOrDefault();

    // A version from outside of a loop can't be that of each resource that the loop goes through.
    private bool IsOneForMany(VersionInScope version) =>
        call.Resource.ArgumentsWithin(call.Description.Scope)
            .Append(call.Resource.Root)
            .SelectMany(new SameValue(document).Variables)
            .Select(Declaration)
            .OfType<SyntaxNode>()
            .Any(declaration => call.Syntax.Ancestors().Any(ancestor =>
                ancestor.IsRepetition() && ancestor.Contains(declaration) && !ancestor.Contains(version.Since)));
}

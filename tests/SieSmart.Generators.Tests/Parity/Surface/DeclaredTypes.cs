using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>Every type that the scanned sources declare, by full name, and the usings that hold in all of them.</summary>
internal sealed class DeclaredTypes
{
    private readonly Dictionary<string, DeclaredType> _byName = new(StringComparer.Ordinal);
    private readonly List<UsingDirectiveSyntax> _globalUsings = [];

    private DeclaredTypes()
    {
    }

    public IEnumerable<DeclaredType> Public => _byName.Values.Where(type => type.IsPublic);

    public IReadOnlyList<UsingDirectiveSyntax> GlobalUsings => _globalUsings;

    public bool Contains(string fullName) => _byName.ContainsKey(fullName);

    public static DeclaredTypes Read(IEnumerable<SyntaxTree> trees)
    {
        var types = new DeclaredTypes();
        foreach (var tree in trees)
        {
            var root = tree.GetCompilationUnitRoot();
            types._globalUsings.AddRange(root.Usings.Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)));
            types.Read(root.Members, scope: "", outer: null);
        }

        return types;
    }

    private void Read(IEnumerable<MemberDeclarationSyntax> members, string scope, DeclaredType? outer)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    Read(space.Members, Join(scope, NameChain.Of(space.Name)!.Dotted), outer: null);
                    break;
                case BaseTypeDeclarationSyntax part:
                    Read(part, Join(scope, part.Identifier.ValueText), outer);
                    break;
            }
        }
    }

    private void Read(BaseTypeDeclarationSyntax part, string fullName, DeclaredType? outer)
    {
        if (!_byName.TryGetValue(fullName, out var type))
        {
            _byName.Add(fullName, type = new DeclaredType(fullName, outer));
        }

        type.Add(part);
        if (part is TypeDeclarationSyntax { Members: var members })
        {
            Read(members, fullName, type);
        }
    }

    private static string Join(string scope, string name) => scope.Length == 0 ? name : scope + "." + name;
}

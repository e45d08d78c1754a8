using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>
/// Finds the declared type that a name stands for, by the order in which C# looks: types around, namespaces
/// around, the usings of each, outwards. No compilation is needed, so a client is readable before it compiles.
/// </summary>
internal sealed class NameResolver(DeclaredTypes types)
{
    /// <summary>The full name of the declared type that the first segments of a chain name, or null.</summary>
    public string? Resolve(NameChain chain, int length)
    {
        var name = chain.DottedPrefix(length);
        return chain.IsGlobal ? Declared(name) : Scopes(chain.Syntax).SelectMany(scope => scope.Candidates(name)).FirstOrDefault(types.Contains);
    }

    private string? Declared(string name) => types.Contains(name) ? name : null;

    private IEnumerable<Scope> Scopes(SyntaxNode node)
    {
        foreach (var around in node.Ancestors())
        {
            switch (around)
            {
                case BaseTypeDeclarationSyntax type:
                    yield return new Scope(FullName(type), []);
                    break;
                case BaseNamespaceDeclarationSyntax space:
                    foreach (var scope in Scopes(space))
                    {
                        yield return scope;
                    }

                    break;
                case CompilationUnitSyntax unit:
                    yield return new Scope("", [.. unit.Usings, .. types.GlobalUsings]);
                    break;
            }
        }
    }

    /// <summary>A namespace <c>A.B</c> is searched as A.B, with its usings, then as A.</summary>
    private static IEnumerable<Scope> Scopes(BaseNamespaceDeclarationSyntax space)
    {
        var own = NameChain.Of(space.Name)!;
        var around = FullName(space.Parent);
        for (var length = own.Segments.Count; length > 0; length--)
        {
            yield return new Scope(
                Scope.Join(around, own.DottedPrefix(length)),
                length == own.Segments.Count ? space.Usings : []);
        }
    }

    private static string FullName(SyntaxNode? node) => node switch
    {
        BaseTypeDeclarationSyntax type => Scope.Join(FullName(type.Parent), type.Identifier.ValueText),
        BaseNamespaceDeclarationSyntax space => Scope.Join(FullName(space.Parent), NameChain.Of(space.Name)!.Dotted),
        _ => "",
    };

    private readonly record struct Scope(string Name, IReadOnlyList<UsingDirectiveSyntax> Usings)
    {
        public IEnumerable<string> Candidates(string name)
        {
            yield return Join(Name, name);
            foreach (var directive in Usings.Where(directive => directive.StaticKeyword.IsKind(SyntaxKind.None)))
            {
                var target = directive.NamespaceOrType is NameSyntax spelled ? NameChain.Of(spelled)!.Dotted : null;
                if (target is null)
                {
                    continue;
                }

                if (directive.Alias is null)
                {
                    yield return Join(target, name);
                }
                else if (IsOrStartsWith(name, directive.Alias.Name.Identifier.ValueText, out var rest))
                {
                    yield return target + rest;
                }
            }
        }

        public static string Join(string scope, string name) => scope.Length == 0 ? name : scope + "." + name;

        private static bool IsOrStartsWith(string name, string alias, out string rest)
        {
            rest = name.StartsWith(alias, StringComparison.Ordinal) ? name[alias.Length..] : name;
            return rest.Length == 0 || (rest.Length < name.Length && rest[0] == '.');
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Finding;

/// <summary>
/// Takes two states of a project for one where the clients in it are the same: they are looked into when one of them may have changed, and
/// not whenever a key is pressed.
/// </summary>
internal sealed class ClientComparer : IEqualityComparer<Compilation?>
{
    private const string RequestBuilder = "RequestBuilder";

    /// <inheritdoc/>
    public bool Equals(Compilation? x, Compilation? y) =>
        ReferenceEquals(x, y)
        || (x is not null
            && y is not null
            && x.Options.Equals(y.Options)
            && string.Equals(x.AssemblyName, y.AssemblyName, StringComparison.Ordinal)
            && x.References.SequenceEqual(y.References)
            && HasSameClients(x.SyntaxTrees, y.SyntaxTrees));

    /// <inheritdoc/>
    public int GetHashCode(Compilation? obj) => StringComparer.Ordinal.GetHashCode(obj?.AssemblyName ?? "");

    // An edit puts another tree in the place of the one before.
    private static bool HasSameClients(IEnumerable<SyntaxTree> x, IEnumerable<SyntaxTree> y)
    {
        using var one = x.GetEnumerator();
        using var other = y.GetEnumerator();
        while (one.MoveNext())
        {
            if (!other.MoveNext() || !(ReferenceEquals(one.Current, other.Current) || IsSameForClients(one.Current, other.Current)))
            {
                return false;
            }
        }

        return !other.MoveNext();
    }

    private static bool IsSameForClients(SyntaxTree x, SyntaxTree y) =>
        x.Options.Equals(y.Options) && x.GetRoot() is CompilationUnitSyntax one && y.GetRoot() is CompilationUnitSyntax other
        && (MayBeOfClient(one) || MayBeOfClient(other) ? one.IsEquivalentTo(other) : Meanings(one).SequenceEqual(Meanings(other), StringComparer.Ordinal));

    private static bool MayBeOfClient(CompilationUnitSyntax file) => TypesIn(file).OfType<TypeDeclarationSyntax>().Any(type =>
        type.Modifiers.Any(modifier => modifier.ValueText == "partial")
        || type.Identifier.ValueText.EndsWith(RequestBuilder, StringComparison.Ordinal)
        || type.BaseList?.Types.Any(parent => parent.Type.ToString().EndsWith(RequestBuilder, StringComparison.Ordinal)) == true);

    // What another file may change of what the names in a client mean.
    private static IEnumerable<string> Meanings(CompilationUnitSyntax file) =>
        file.Usings.Where(directive => directive.GlobalKeyword.ValueText.Length > 0).Select(directive => directive.ToString())
            .Concat(TypesIn(file).Select(Signature));

    private static IEnumerable<MemberDeclarationSyntax> TypesIn(CompilationUnitSyntax file) =>
        file.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Cast<MemberDeclarationSyntax>();

    private static string Signature(MemberDeclarationSyntax member)
    {
        var name = member switch
        {
            TypeDeclarationSyntax type => $"{type.Keyword} {type.Identifier} {type.TypeParameterList}",
            EnumDeclarationSyntax type => $"enum {type.Identifier}",
            DelegateDeclarationSyntax type => $"delegate {type.Identifier} {type.TypeParameterList}",
            _ => member.ToString(),
        };
        return string.Join(".", member.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Select(scope => scope.Name.ToString())) + $" {member.Modifiers} {name}";
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>A type with all its parts, however many files they are spread over.</summary>
internal sealed class DeclaredType(string fullName, DeclaredType? outer)
{
    private readonly List<BaseTypeDeclarationSyntax> _parts = [];

    public string FullName { get; } = fullName;

    public bool IsNested => outer is not null;

    public string Name => _parts[0].Identifier.ValueText;

    public IReadOnlyList<BaseTypeDeclarationSyntax> Parts => _parts;

    public bool IsPublic => _parts.Exists(part => part.Modifiers.Any(SyntaxKind.PublicKeyword)) && outer?.IsPublic != false;

    public bool IsObsolete => _parts.Exists(part => part.AttributeLists.IsObsolete()) || outer?.IsObsolete == true;

    /// <summary>The public members of all parts; what an interface declares is public unless it says otherwise.</summary>
    public IEnumerable<MemberDeclarationSyntax> PublicMembers =>
        from part in _parts.OfType<TypeDeclarationSyntax>()
        from member in part.Members
        where member.Modifiers.Any(SyntaxKind.PublicKeyword)
            || (part is InterfaceDeclarationSyntax && member.Modifiers.Count == 0)
        select member;

    public IEnumerable<T> PublicMembersOf<T>() where T : MemberDeclarationSyntax => PublicMembers.OfType<T>();

    public IEnumerable<MethodDeclarationSyntax> MethodsNamed(string name) =>
        PublicMembersOf<MethodDeclarationSyntax>()
            .Where(method => string.Equals(method.Identifier.ValueText, name, StringComparison.Ordinal));

    /// <summary>A fact that a declaration carries: obsolete if that declaration, or a type around it, is.</summary>
    public SurfaceFact Fact(MemberDeclarationSyntax carrier, string text) =>
        new(IsObsolete || carrier.AttributeLists.IsObsolete(), text);

    /// <summary>A fact of the type itself: obsolete if it, or a type around it, is.</summary>
    public SurfaceFact Fact(string text) => new(IsObsolete, text);

    public void Add(BaseTypeDeclarationSyntax part) => _parts.Add(part);
}

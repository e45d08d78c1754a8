using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>What constructors and indexers set up: <c>url</c>, <c>pathparam</c>, <c>baseurl</c> and <c>register</c>.</summary>
internal static class BuilderFacts
{
    public static IEnumerable<SurfaceFact> Of(DeclaredType type, Spelling spelling) =>
    [
        .. from constructor in type.PublicMembersOf<ConstructorDeclarationSyntax>()
           from text in Constructor(type, constructor, spelling)
           select type.Fact(constructor, text),
        .. from indexer in type.PublicMembersOf<IndexerDeclarationSyntax>()
           from key in PathParameters(indexer)
           select type.Fact(indexer, $"pathparam {type.FullName}[{spelling.Parameters(indexer.ParameterList)}] = {key}"),
    ];

    private static IEnumerable<string> Constructor(DeclaredType type, ConstructorDeclarationSyntax constructor, Spelling spelling) =>
    [
        .. UrlTemplates(constructor).Select(url => $"url {type.FullName} = {url}"),
        .. PathParameters(constructor).Select(key =>
            $"pathparam {type.FullName}({spelling.Parameters(constructor.ParameterList)}) = {key}"),
        .. BaseUrls(constructor).Select(url => $"baseurl {type.FullName} = {url}"),
        .. Registrations(constructor, spelling).Select(call => $"register {type.FullName} {call}"),
    ];

    private static IEnumerable<string> UrlTemplates(ConstructorDeclarationSyntax constructor) =>
        constructor.Initializer is { } initializer && initializer.IsKind(SyntaxKind.BaseConstructorInitializer)
            ? initializer.ArgumentList.Texts().Select(QuotedText.Of)
            : [];

    private static IEnumerable<string> PathParameters(MemberDeclarationSyntax member) =>
        from call in member.Calls()
        where call.MethodName() is "Add" or "TryAdd"
        let key = call.ArgumentList.First().Text()
        where key is not null
        select QuotedText.Of(key);

    private static IEnumerable<string> BaseUrls(ConstructorDeclarationSyntax constructor) =>
        from assignment in constructor.Within<AssignmentExpressionSyntax>()
        where assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseUrl" }
        let url = assignment.Right.Text()
        where url is not null
        select QuotedText.Of(url);

    private static IEnumerable<string> Registrations(ConstructorDeclarationSyntax constructor, Spelling spelling) =>
        from call in constructor.Calls()
        where call.MethodName() is "RegisterDefaultSerializer" or "RegisterDefaultDeserializer"
        select spelling.Call(call.Method()!);
}

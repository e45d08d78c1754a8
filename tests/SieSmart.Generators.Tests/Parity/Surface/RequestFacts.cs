using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>
/// What a method builds and sends: <c>url</c>, <c>verb</c>, <c>accept</c>, <c>header</c>, <c>content</c>,
/// <c>send</c> and <c>error</c>.
/// </summary>
internal static class RequestFacts
{
    private const string ErrorMapping = "Dictionary<string, ParsableFactory<IParsable>>";

    public static IEnumerable<SurfaceFact> Of(DeclaredType type, Spelling spelling) =>
        from method in type.PublicMembersOf<MethodDeclarationSyntax>()
        from text in Texts(method, $"{type.FullName}.{method.Identifier.ValueText}", spelling)
        select type.Fact(method, text);

    private static IEnumerable<string> Texts(MethodDeclarationSyntax method, string name, Spelling spelling) =>
    [
        .. method.Within<ObjectCreationExpressionSyntax>().SelectMany(creation => Creation(creation, name, spelling)),
        .. method.Calls().SelectMany(call => Call(call, name)),
        .. Sends(method, spelling).Select(send => $"send {name} = {send}"),
    ];

    private static IEnumerable<string> Creation(ObjectCreationExpressionSyntax creation, string name, Spelling spelling) =>
        spelling.Type(creation.Type) switch
        {
            "RequestInformation" =>
            [
                .. creation.ArgumentList.Texts().Select(url => $"url {name} = {QuotedText.Of(url)}"),
                .. Verbs(creation).Select(verb => $"verb {name} = {verb}"),
            ],
            ErrorMapping => Errors(creation, spelling).Select(error => $"error {name} {error}"),
            _ => [],
        };

    private static IEnumerable<string> Verbs(ObjectCreationExpressionSyntax creation) =>
        from argument in creation.ArgumentList?.Arguments ?? []
        let verb = argument.Expression as MemberAccessExpressionSyntax
        where verb is not null && verb.Expression.LastName() is "Method"
        select verb.Name.Identifier.ValueText;

    private static IEnumerable<string> Errors(ObjectCreationExpressionSyntax creation, Spelling spelling) =>
        from entry in creation.Initializer?.Expressions.OfType<InitializerExpressionSyntax>() ?? []
        where entry.Expressions.Count == 2
        let code = entry.Expressions[0].Text()
        let factory = entry.Expressions[1] as MemberAccessExpressionSyntax
        where code is not null && factory?.Name.Identifier.ValueText is "CreateFromDiscriminatorValue"
        select $"{code} -> {spelling.TypeNamedBy(factory.Expression)}";

    private static IEnumerable<string> Call(InvocationExpressionSyntax call, string name)
    {
        var method = call.MethodName();
        var texts = call.ArgumentList.Texts().ToList();

        if (method is "Add" or "TryAdd" && call.ReceiverName() is "Headers" && texts.Count == 2)
        {
            yield return texts[0] is "Accept"
                ? $"accept {name} = {texts[1]}"
                : $"header {name} {QuotedText.Of(texts[0])} = {QuotedText.Of(texts[1])}";
        }

        if (method.StartsWith("SetContentFrom", StringComparison.Ordinal) || method is "SetStreamContent")
        {
            yield return $"content {name} = {texts.FirstOrDefault() ?? "(parameter)"} by {method}";
        }
    }

    private static IEnumerable<string> Sends(MethodDeclarationSyntax method, Spelling spelling)
    {
        var request = method.Calls().Select(call => call.MethodName()).FirstOrDefault(IsRequestMethod) ?? "-";
        return from awaited in method.Within<AwaitExpressionSyntax>()
               from call in awaited.Expression.Calls()
               where call.ReceiverName() is "RequestAdapter"
               select $"{request} by {spelling.Call(call.Method()!)}";
    }

    private static bool IsRequestMethod(string name) =>
        name.StartsWith("To", StringComparison.Ordinal) && name.EndsWith("RequestInformation", StringComparison.Ordinal);
}

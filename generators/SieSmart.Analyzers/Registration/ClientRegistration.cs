using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Registration;

/// <summary>Finds the registration of a client whose pipeline a builder configures.</summary>
internal static class ClientRegistration
{
    private const string Builder = "Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
    private const string Services = "Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Own = "SieSmart";

    /// <summary>Whether a type is the builder of a registered HttpClient.</summary>
    public static bool IsBuilder(ITypeSymbol? type) => string.Equals(type?.ToDisplayString(), Builder, StringComparison.Ordinal);

    /// <summary>The call that registered the client; null if another kind of client was registered, or that can't be told.</summary>
    public static IInvocationOperation? Of(IOperation builder) => builder switch
    {
        IConversionOperation conversion => Of(conversion.Operand),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        ILocalReferenceOperation local => LocalValue.Only(local) is { } value ? Of(value) : null,
        IInvocationOperation call when Registers(call.TargetMethod) => call,
        IInvocationOperation { Arguments: { Length: > 0 } arguments, TargetMethod: { IsExtensionMethod: true } method }
            when IsBuilder(method.ReturnType) && IsBuilder(arguments[0].Parameter?.Type) => Of(arguments[0].Value),
        _ => null,
    };

    // AddSieSmartClient, AddOpenApiClient, and what the generator writes for other APIs: AddOrdersClient. Of the methods called so,
    // it is told by where it is from, or by the options that it takes.
    private static bool Registers(IMethodSymbol method) =>
        method.IsExtensionMethod
        && method.Name.StartsWith("Add", StringComparison.Ordinal)
        && method.Name.EndsWith("Client", StringComparison.Ordinal)
        && IsBuilder(method.ReturnType)
        && string.Equals(method.Parameters[0].Type.ToDisplayString(), Services, StringComparison.Ordinal)
        && (IsOwn(method) || IsGenerated(method) || IsGenerated(method.ContainingType) || method.Parameters.Any(TakesOwnOptions));

    private static bool IsOwn(ISymbol symbol) =>
        symbol.ContainingAssembly is { Name: var assembly } && StartsWithOwn(assembly);

    private static bool IsGenerated(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: { Length: > 0 } arguments }
            && arguments[0].Value is string tool && StartsWithOwn(tool));

    private static bool TakesOwnOptions(IParameterSymbol parameter) =>
        parameter.Type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } && (IsOwn(arguments[0]) || arguments[0].BaseType is { } general && IsOwn(general));

    private static bool StartsWithOwn(string name) =>
        string.Equals(name, Own, StringComparison.Ordinal) || name.StartsWith(Own + ".", StringComparison.Ordinal);
}

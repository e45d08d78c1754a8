using Microsoft.CodeAnalysis;
using SieSmart.Generators.Model;

namespace SieSmart.Generators.Finding;

/// <summary>A method by which others' code sends an operation or makes its request.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BodyParameters">What it takes before the configuration.</param>
/// <param name="ConfigurationType">The type that configures the request.</param>
/// <param name="ResultType">What comes back, never null; null if nothing does.</param>
internal sealed record ForeignExecutor(string Name, EquatableArray<GuardParameter> BodyParameters, string ConfigurationType, string? ResultType)
{
    private const int MaximumBodyParameters = 2;

    /// <summary>Reads a method; null if it has not the form that Kiota gives to an operation with such a body, or without one.</summary>
    public static ForeignExecutor? Read(IMethodSymbol method, bool hasBody)
    {
        if (method.IsGenericMethod || !method.Parameters.All(parameter => parameter.RefKind == RefKind.None))
        {
            return null;
        }

        // Body and media type, configuration, token; the methods that make requests take no token.
        var rest = method.Parameters.ToList();
        if (rest.Count > 0 && rest[rest.Count - 1].Type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" })
        {
            rest.RemoveAt(rest.Count - 1);
        }

        if (rest.Count == 0 || ConfigurationOf(rest[rest.Count - 1].Type) is not { } configuration)
        {
            return null;
        }

        rest.RemoveAt(rest.Count - 1);
        return (hasBody ? rest.Count is > 0 and <= MaximumBodyParameters : rest.Count == 0)
            ? new ForeignExecutor(
                method.Name,
                rest.Select(parameter => new GuardParameter(Spelling.Of(parameter.Type), parameter.Name)).ToEquatableArray(),
                Spelling.Of(configuration),
                method.ReturnType is INamedTypeSymbol { Name: "Task", TypeArguments: { Length: 1 } results } ? Spelling.OfValue(results[0]) : null)
            : null;
    }

    /// <summary>Whether both take the same arguments.</summary>
    public bool HasSameParameters(ForeignExecutor other) => BodyParameters == other.BodyParameters && ConfigurationType == other.ConfigurationType;

    // Action<RequestConfiguration<…>>, or of a class of its own that derives from it, as older tools wrote.
    private static ITypeSymbol? ConfigurationOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { Name: "Action", TypeArguments: { Length: 1 } arguments })
        {
            return null;
        }

        for (var current = arguments[0]; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol { Name: "RequestConfiguration", TypeArguments.Length: 1 })
            {
                return arguments[0];
            }
        }

        return null;
    }
}

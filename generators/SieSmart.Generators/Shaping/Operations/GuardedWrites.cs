using SieSmart.Generators.Configuration;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>Which writes take an ETag: what somebody said, else what the document lets suppose.</summary>
internal static class GuardedWrites
{
    /// <summary>The rule; null where nothing speaks of versions, so that no write takes an ETag.</summary>
    public static PreconditionRule? RuleOf(ClientOptions options, OpenApiDocument document) => options.Rule ?? document.IfMatchDefault switch
    {
        "declared" => PreconditionRule.Declared,
        "all" => PreconditionRule.All,
        _ when HasOperation(document, (path, operation) => HeaderOf(operation, path) is not null) => PreconditionRule.Declared,
        _ when HasOperation(document, (_, operation) => operation.Responses.Any(response => response.HasETag)) => PreconditionRule.All,
        _ => null,
    };

    /// <summary>The If-Match header that an operation declares, itself or at its path; null if it declares none.</summary>
    public static Parameter? HeaderOf(Operation operation, PathItem path) => operation.Parameters.Concat(path.Parameters).FirstOrDefault(parameter =>
        parameter.Location == ParameterLocation.Header && string.Equals(parameter.Name, "If-Match", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an operation changes something.</summary>
    public static bool IsWrite(Operation operation) => operation.Verb is "post" or "put" or "patch" or "delete";

    private static bool HasOperation(OpenApiDocument document, Func<PathItem, Operation, bool> condition) =>
        document.Paths.Any(path => path.Operations.Any(operation => condition(path, operation)));
}

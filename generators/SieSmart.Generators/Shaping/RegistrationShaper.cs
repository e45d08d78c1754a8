using SieSmart.Generators.Configuration;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping;

/// <summary>Decides what the registration of a client knows by itself.</summary>
internal static class RegistrationShaper
{
    private const string Suffix = "Client";
    private const int DefaultSeconds = 60;

    /// <summary>Shapes the class.</summary>
    public static RegistrationModel Shape(OpenApiDocument document, ClientOptions options, string? operations)
    {
        var schemes = Wanted(document);
        return new RegistrationModel(
            options.Namespace,
            options.ClientName + "ServiceCollectionExtensions",
            new Documentation($"Registers {options.ClientName}."),
            "Add" + options.ClientName,
            options.Namespace + "." + options.ClientName,
            SectionOf(options.ClientName),
            Whole(ServerAddress.Of(document)),
            schemes.Select(scheme => Whole(scheme.TokenUrl)).FirstOrDefault(url => url is not null),
            ScopeOf(document, schemes),
            schemes
                .Where(scheme => scheme is { Type: "apiKey", ParameterName: not null, Place: "header" or "query" })
                .Select(scheme => new RegistrationKey(scheme.ParameterName!, scheme.Place == "query"))
                .ToEquatableArray(),
            document.RateLimit?.Requests,
            document.RateLimit?.Seconds ?? DefaultSeconds,
            operations);
    }

    /// <summary>Those that the document asks for; where it asks for none by name, operations choose among all.</summary>
    private static List<SecurityScheme> Wanted(OpenApiDocument document) => document.Security.Count == 0
        ? [.. document.SecuritySchemes]
        : [.. document.SecuritySchemes.Where(scheme => document.Security.Any(requirement => requirement.Scheme == scheme.Name))];

    private static string? ScopeOf(OpenApiDocument document, List<SecurityScheme> schemes)
    {
        var scopes = document.Security
            .Where(requirement => schemes.Exists(scheme => scheme.Name == requirement.Scheme && scheme.TokenUrl is not null))
            .SelectMany(requirement => requirement.Scopes);
        return string.Join(" ", scopes) is { Length: > 0 } scope ? scope : null;
    }

    private static string SectionOf(string clientName) =>
        clientName.Length > Suffix.Length && clientName.EndsWith(Suffix, StringComparison.Ordinal) ? clientName.Substring(0, clientName.Length - Suffix.Length) : clientName;

    private static string? Whole(string? url) => url is not null && ServerAddress.IsWhole(url) ? url : null;
}

using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.Swagger;

/// <summary>Says security definitions of Swagger 2.0 as security schemes.</summary>
internal static class SwaggerSecurity
{
    /// <summary>The schemes by their names; null if there are none.</summary>
    public static MappingNode? Convert(DocumentNode? definitions) =>
        definitions is MappingNode node ? Nodes.Convert(node, entry => entry.Value is MappingNode scheme ? Scheme(scheme) : entry.Value) : null;

    private static MappingNode Scheme(MappingNode scheme) => (scheme["type"] as ScalarNode)?.Value switch
    {
        "basic" => Nodes.Mapping(
            scheme.Position,
            Nodes.Entry("type", Nodes.Text(scheme.Position, "http")),
            Nodes.Entry("scheme", Nodes.Text(scheme.Position, "basic")),
            scheme.Entries),
        "oauth2" when scheme["flow"] is ScalarNode flow => Nodes.Mapping(
            scheme.Position,
            Nodes.Entry("flows", Nodes.Mapping(flow.Position, Nodes.Entry(NameOf(flow.Value), Nodes.Mapping(
                scheme.Position,
                Nodes.Entry("authorizationUrl", scheme["authorizationUrl"]),
                Nodes.Entry("tokenUrl", scheme["tokenUrl"]),
                Nodes.Entry("scopes", scheme["scopes"]))))),
            scheme.Entries.Where(entry => entry.Name is not ("flow" or "authorizationUrl" or "tokenUrl" or "scopes"))),
        _ => scheme,
    };

    private static string NameOf(string flow) => flow switch
    {
        "accessCode" => "authorizationCode",
        "application" => "clientCredentials",
        _ => flow,
    };
}

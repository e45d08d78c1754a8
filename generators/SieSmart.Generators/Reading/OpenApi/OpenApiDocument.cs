namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>What the generator needs of an OpenAPI document.</summary>
/// <param name="ServerUrls">The servers, in order.</param>
/// <param name="Components">The schemas under components/schemas, in order.</param>
/// <param name="WebhookSchemas">The schemas of what the server sends on its own.</param>
/// <param name="TraceIdHeader">What <c>x-trace-id-header</c> says, or null.</param>
/// <param name="SecuritySchemes">The security schemes, in order.</param>
/// <param name="Security">The first of the document's own security requirements: the schemes that it names together.</param>
/// <param name="RateLimit">What <c>x-rate-limit</c> says, or null.</param>
/// <param name="IfMatchDefault">What <c>x-if-match-default</c> says, or null.</param>
internal sealed record OpenApiDocument(
    string? Title,
    string? Description,
    IReadOnlyList<string> ServerUrls,
    IReadOnlyList<PathItem> Paths,
    IReadOnlyList<Schema> Components,
    IReadOnlyList<Schema> WebhookSchemas,
    IReadOnlyList<SecurityScheme> SecuritySchemes,
    IReadOnlyList<SecurityRequirement> Security,
    RateLimit? RateLimit,
    string? IfMatchDefault,
    string? TraceIdHeader);

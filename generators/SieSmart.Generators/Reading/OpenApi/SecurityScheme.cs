namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A way to show who calls, as <c>components/securitySchemes</c> lists it.</summary>
/// <param name="Name">The name by which requirements refer to it.</param>
/// <param name="Type">Its type, such as <c>apiKey</c>; null if the document names none.</param>
/// <param name="ParameterName">The header or query parameter of a key.</param>
/// <param name="Place">Where a key stands: <c>header</c>, <c>query</c> or <c>cookie</c>.</param>
/// <param name="TokenUrl">Where the flow <c>clientCredentials</c> gets its tokens; null without that flow.</param>
internal sealed record SecurityScheme(string Name, string? Type, string? ParameterName, string? Place, string? TokenUrl);

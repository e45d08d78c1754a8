using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>A response that is thrown.</summary>
/// <param name="Code">A status code, 4XX or 5XX.</param>
/// <param name="ClassSchema">The schema of the class that is thrown.</param>
/// <param name="IsShared">Whether operations refer to the response instead of spelling it out.</param>
/// <param name="Description">What the document says of it, or null.</param>
internal sealed record ErrorResponse(string Code, Schema ClassSchema, bool IsShared, string? Description);

using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>What a document says of how a member of a form, or a part, is sent.</summary>
/// <param name="Position">Where it says that.</param>
/// <param name="ContentType">The media type; empty if none is named.</param>
/// <param name="Style">How it is spelled, or null.</param>
/// <param name="Explode">Whether each item is sent on its own.</param>
/// <param name="HasHeaders">Whether the part has headers of its own.</param>
internal sealed record PartEncoding(TextPosition Position, string ContentType, string? Style, bool Explode, bool HasHeaders);

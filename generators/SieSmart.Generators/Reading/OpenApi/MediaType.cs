namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A media type of a body.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Schema">Its schema, or null.</param>
/// <param name="Encoding">The media types of its parts, by the names of properties; empty for a part that names none.</param>
internal sealed record MediaType(string Name, Schema? Schema, IReadOnlyDictionary<string, string> Encoding);

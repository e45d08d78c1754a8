namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A media type of a body.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Schema">Its schema, or null.</param>
/// <param name="Encoding">How its members or parts are sent, by the names of properties.</param>
internal sealed record MediaType(string Name, Schema? Schema, IReadOnlyDictionary<string, PartEncoding> Encoding);

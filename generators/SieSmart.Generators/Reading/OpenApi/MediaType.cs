namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A media type of a body.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Schema">Its schema, or null.</param>
/// <param name="HasEncoding">Whether it says how parts are encoded.</param>
internal sealed record MediaType(string Name, Schema? Schema, bool HasEncoding);

namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A property of a schema.</summary>
internal sealed record SchemaProperty(string Name, Schema Schema);

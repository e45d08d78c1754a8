namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A schema's discriminator.</summary>
/// <param name="PropertyName">The property that tells.</param>
/// <param name="Mappings">Its values, each with the schema that it stands for.</param>
internal sealed record SchemaDiscriminator(string PropertyName, IReadOnlyList<KeyValuePair<string, Schema>> Mappings);

namespace SieSmart.Generators.Model;

/// <summary>The body of a request.</summary>
/// <param name="Type">Its type.</param>
/// <param name="ContentType">Its media type; null if the caller says it.</param>
/// <param name="Setter">How it gets into the request.</param>
/// <param name="Documentation">What it is.</param>
internal sealed record BodyModel(TypeReference Type, string? ContentType, BodySetter Setter, Documentation Documentation);

namespace SieSmart.Generators.Model;

/// <summary>A query parameter.</summary>
/// <param name="Name">The C# property.</param>
/// <param name="TemplateName">Its name in the URL template where that differs from the property's, else null.</param>
/// <param name="Type">Its type.</param>
/// <param name="Documentation">What it does.</param>
/// <param name="Obsolete">Why it should not be used any more, or null.</param>
internal sealed record QueryParameterModel(
    string Name, string? TemplateName, TypeReference Type, Documentation Documentation, string? Obsolete);

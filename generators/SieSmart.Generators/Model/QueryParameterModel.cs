namespace SieSmart.Generators.Model;

/// <summary>A query parameter.</summary>
/// <param name="Name">The C# property.</param>
/// <param name="TemplateName">Its name in the URL template where that differs from the property's, else null.</param>
/// <param name="Type">Its type.</param>
/// <param name="Delimiter">What joins the items of a list into one value; null where Kiota's runtime does.</param>
/// <param name="IsReserved">Whether reserved characters stay in its value.</param>
/// <param name="Documentation">What it does.</param>
/// <param name="Obsolete">Why it should not be used any more, or null.</param>
/// <param name="HidesInherited">Whether it hides what all objects have.</param>
internal sealed record QueryParameterModel(
    string Name, string? TemplateName, TypeReference Type, string? Delimiter, bool IsReserved, Documentation Documentation, string? Obsolete, bool HidesInherited);

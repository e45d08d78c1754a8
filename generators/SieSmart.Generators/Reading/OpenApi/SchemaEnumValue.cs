namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A value of an enum.</summary>
/// <param name="Value">Its text.</param>
/// <param name="IsString">Whether it is a string, not a number, boolean or null.</param>
/// <param name="IsNumber">Whether it is a number.</param>
/// <param name="Name">A name that an extension gives it, or null.</param>
/// <param name="Description">A description that an extension gives it, or null.</param>
internal sealed record SchemaEnumValue(string Value, bool IsString, bool IsNumber, string? Name, string? Description);

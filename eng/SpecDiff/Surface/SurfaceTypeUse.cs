namespace SpecDiff.Surface;

/// <summary>A use of a type.</summary>
/// <param name="Name">Its full name, without saying where references may be null.</param>
/// <param name="Annotated">The same with question marks.</param>
/// <param name="Text">The same with short names, to be read.</param>
/// <param name="IsNullable">Whether it is a reference that may be null.</param>
internal sealed record SurfaceTypeUse(string Name, string Annotated, string Text, bool IsNullable);

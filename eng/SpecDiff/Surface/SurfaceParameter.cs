namespace SpecDiff.Surface;

/// <summary>A parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Kind">Empty, or <c>ref</c>, <c>out</c>, <c>in</c>, <c>params</c>, <c>this</c>.</param>
/// <param name="Default">The value that it has when it is left out; null if it can't be.</param>
internal sealed record SurfaceParameter(string Name, SurfaceTypeUse Type, string Kind, string? Default)
{
    /// <summary>The parameter as code, with short names.</summary>
    public string Text => Prefix + Type.Text + " " + Name + Suffix;

    /// <summary>The parameter as code, with full names.</summary>
    public string FullText => Prefix + Type.Annotated + " " + Name + Suffix;

    private string Prefix => Kind.Length > 0 ? Kind + " " : "";

    private string Suffix => Default is null ? "" : " = " + Default;
}

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>One line of a surface.</summary>
internal readonly record struct SurfaceFact(bool IsObsolete, string Text)
{
    public override string ToString() => IsObsolete ? "obsolete " + Text : Text;
}

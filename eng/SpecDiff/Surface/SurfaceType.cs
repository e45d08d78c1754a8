namespace SpecDiff.Surface;

/// <summary>A type that others can see.</summary>
/// <param name="FullName">Its name with namespace and enclosing types.</param>
/// <param name="Kind">As in <c>sealed class</c>.</param>
/// <param name="Bases">Its base class and all its interfaces.</param>
/// <param name="Members">Its own members, in the order of the listing.</param>
/// <param name="Marks">What callers are warned of.</param>
internal sealed record SurfaceType(string FullName, string Kind, IReadOnlyList<SurfaceTypeUse> Bases, IReadOnlyList<SurfaceMember> Members, SurfaceMarks Marks)
{
    /// <summary>Its name alone.</summary>
    public string Name => FullName[(FullName.LastIndexOf('.') + 1)..];
}

namespace SieSmart.Runtime;

/// <summary>Names the resource whose <see cref="ETag"/> guards, or is read by, a generated method.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class VersionScopeAttribute : Attribute
{
    /// <summary>Names the resource by its path template.</summary>
    /// <param name="pathTemplate">The path as the document writes it, for instance <c>/proposals/{proposal-id}</c>.</param>
    public VersionScopeAttribute(string pathTemplate) => PathTemplate = pathTemplate;

    /// <summary>The path as the document writes it.</summary>
    public string PathTemplate { get; }
}

namespace SieSmart.Runtime;

/// <summary>
/// Says of a method of a request builder that others generated what <see cref="RequiresIfMatchAttribute"/> and
/// <see cref="VersionScopeAttribute"/> say of a generated one, and where the form of it stands that takes or returns entity tags.
/// Immutable.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GuardedOperationAttribute : Attribute
{
    /// <summary>Describes a method.</summary>
    /// <param name="requestBuilder">The class that has the method.</param>
    /// <param name="method">Its name, all overloads included.</param>
    /// <param name="guards">The class with the extension methods that take or return entity tags.</param>
    public GuardedOperationAttribute(Type requestBuilder, string method, Type guards)
    {
        RequestBuilder = requestBuilder;
        Method = method;
        Guards = guards;
    }

    /// <summary>The class that has the method.</summary>
    public Type RequestBuilder { get; }

    /// <summary>The name of the method.</summary>
    public string Method { get; }

    /// <summary>The class with the extension methods that take or return entity tags.</summary>
    public Type Guards { get; }

    /// <summary>Whether the method needs an If-Match header and doesn't ask for an <see cref="ETag"/>; false by default.</summary>
    public bool RequiresIfMatch { get; set; }

    /// <summary>Whether a call without the header is an error, and not a warning; false by default.</summary>
    public bool IsError { get; set; }

    /// <summary>The path template of the resource whose <see cref="ETag"/> guards, or is read by, the method; null (the default) if none is known.</summary>
    public string? VersionScope { get; set; }
}

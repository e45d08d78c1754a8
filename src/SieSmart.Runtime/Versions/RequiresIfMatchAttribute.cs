namespace SieSmart.Runtime;

/// <summary>Marks a generated method that needs an If-Match header but doesn't ask for an <see cref="ETag"/> itself.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RequiresIfMatchAttribute : Attribute;

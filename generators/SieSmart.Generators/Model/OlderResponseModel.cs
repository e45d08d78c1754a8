namespace SieSmart.Generators.Model;

/// <summary>The name under which callers of older clients know a response class: an empty class that derives from it.</summary>
/// <param name="BaseFullName">The full name of the response class.</param>
internal sealed record OlderResponseModel(
    string Namespace, string Name, Documentation Documentation, string? Obsolete, string BaseFullName)
    : TypeModel(Namespace, Name, Documentation, Obsolete);

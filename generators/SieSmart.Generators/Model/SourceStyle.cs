namespace SieSmart.Generators.Model;

/// <summary>What all files of one client share.</summary>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="ShadowedNames">Simple names that the client declares itself; a library type of such a name is written in full.</param>
internal sealed record SourceStyle(string Accessibility, EquatableArray<string> ShadowedNames);

namespace SieSmart.Generators.Model;

/// <summary>What all files of one client share.</summary>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="HasDirectJson">Whether models read and write JSON by themselves, where the runtime is there that does it.</param>
/// <param name="ShadowedNames">Simple names that the client declares itself; a library type of such a name is written in full.</param>
internal sealed record SourceStyle(string Accessibility, bool HasDirectJson, EquatableArray<string> ShadowedNames);

namespace SieSmart.Generators.Model;

/// <summary>A type to be printed into a file of its own, or nested in another.</summary>
/// <param name="Namespace">The namespace it lives in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Documentation">What it is.</param>
/// <param name="Obsolete">Why it should not be used any more, or null.</param>
internal abstract record TypeModel(string Namespace, string Name, Documentation Documentation, string? Obsolete);

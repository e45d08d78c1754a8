namespace SieSmart.Generators.Model;

/// <summary>An argument that ends up in the path.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Key">Its key among the path parameters.</param>
/// <param name="Type">Its type.</param>
/// <param name="Documentation">What it is.</param>
internal sealed record ParameterModel(string Name, string Key, TypeReference Type, Documentation Documentation);

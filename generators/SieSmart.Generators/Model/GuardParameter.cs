namespace SieSmart.Generators.Model;

/// <summary>A parameter of others' code.</summary>
/// <param name="Type">Its type, spelled as C# reads it anywhere.</param>
/// <param name="Name">Its name.</param>
internal sealed record GuardParameter(string Type, string Name);

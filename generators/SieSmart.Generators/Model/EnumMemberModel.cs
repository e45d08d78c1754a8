namespace SieSmart.Generators.Model;

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="WireName">Its value on the wire.</param>
/// <param name="Documentation">What it means.</param>
internal sealed record EnumMemberModel(string Name, string WireName, Documentation Documentation);

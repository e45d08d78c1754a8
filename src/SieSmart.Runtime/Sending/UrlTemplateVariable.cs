namespace SieSmart.Runtime.Sending;

/// <summary>A variable of a URL template.</summary>
/// <param name="Name">Its name, encoded as it stands in the template.</param>
/// <param name="IsExploded">Whether each item of a list has the name in front of it.</param>
internal sealed record UrlTemplateVariable(string Name, bool IsExploded);

namespace SieSmart.Runtime.Sending;

/// <summary>A variable of a URL template.</summary>
/// <param name="name">Its name, encoded as it stands in the template.</param>
/// <param name="isExploded">Whether each item of a list has the name in front of it.</param>
internal sealed class UrlTemplateVariable(string name, bool isExploded)
{
    public string Name => name;

    public bool IsExploded => isExploded;
}

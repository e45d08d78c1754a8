namespace SieSmart.Generators.Model;

/// <summary>A property of a model class.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsReadOnly">Whether only the server sets it.</param>
/// <param name="Default">What the constructor assigns; null if nothing.</param>
/// <param name="Documentation">What it is.</param>
/// <param name="Obsolete">Why it should not be used any more, or null.</param>
/// <param name="IsInferred">Whether the vendor has not documented it.</param>
/// <param name="HidesInherited">Whether it hides a member of a base class.</param>
/// <param name="KeepsOthers">Whether a text that it has no value for is kept in the additional data, under its name on the wire.</param>
/// <param name="KeepsOthersAside">Whether such a text is kept beside it, since its class has no additional data.</param>
internal sealed record PropertyModel(
    string Name,
    string WireName,
    TypeReference Type,
    bool IsReadOnly,
    DefaultValue? Default,
    Documentation Documentation,
    string? Obsolete,
    bool IsInferred,
    bool HidesInherited,
    bool KeepsOthers,
    bool KeepsOthersAside)
{
    /// <summary>The field for a text that is kept aside.</summary>
    public string OtherField => "_otherOf" + Name;
}

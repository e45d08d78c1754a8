namespace SieSmart.Generators.Model;

/// <summary>A member of an object, as far as its value tells what object it is.</summary>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Kinds">What its value may be.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Values">The texts that it may be; none where there is no such list.</param>
internal sealed record ShapeMember(string WireName, JsonKinds Kinds, bool IsRequired, EquatableArray<string> Values);

namespace SieSmart.Generators.Model;

/// <summary>What a constructor assigns to a property.</summary>
/// <param name="Text">
/// The value as text; the name of an enum's member; year, month and day of a date; the ticks of a time or duration, with a Z behind those
/// of UTC; bytes. Null for a list, and for an item of one that is null.
/// </param>
/// <param name="Items">The items of a list; empty for all else.</param>
internal sealed record DefaultValue(string? Text, EquatableArray<DefaultValue> Items = default);

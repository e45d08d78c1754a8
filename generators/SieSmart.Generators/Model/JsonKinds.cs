namespace SieSmart.Generators.Model;

/// <summary>What a JSON value may be, beside null. The runtime calls them by the same names.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    Text = 1,
    Boolean = 1 << 1,
    WholeNumber = 1 << 2,
    Number = 1 << 3,
    JsonObject = 1 << 4,
    JsonArray = 1 << 5,
    Unsigned8 = 1 << 6,
    Signed8 = 1 << 7,
    Signed32 = 1 << 8,
    Signed64 = 1 << 9,
    Duration = 1 << 10,
    Moment = 1 << 11,
    Day = 1 << 12,
    TimeOfDay = 1 << 13,
    Floating32 = 1 << 14,
    Floating64 = 1 << 15,
    FixedPoint = 1 << 16,
    Identifier = 1 << 17,
    Base64 = 1 << 18,
    Any = Text | Boolean | Number | JsonObject | JsonArray,
}

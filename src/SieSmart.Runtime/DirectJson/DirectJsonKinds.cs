namespace SieSmart.Runtime.DirectJson;

/// <summary>What a JSON value may be. Meant for generated code.</summary>
[Flags]
public enum DirectJsonKinds
{
    /// <summary>Nothing but null.</summary>
    None = 0,

    /// <summary>A text.</summary>
    Text = 1,

    /// <summary>A truth value.</summary>
    Boolean = 1 << 1,

    /// <summary>A whole number, however it is written: <c>1</c>, <c>1.0</c> or <c>1e2</c>.</summary>
    WholeNumber = 1 << 2,

    /// <summary>Any number.</summary>
    Number = 1 << 3,

    /// <summary>An object.</summary>
    JsonObject = 1 << 4,

    /// <summary>An array.</summary>
    JsonArray = 1 << 5,

    /// <summary>A whole number of 8 bits without a sign.</summary>
    Unsigned8 = 1 << 6,

    /// <summary>A whole number of 8 bits.</summary>
    Signed8 = 1 << 7,

    /// <summary>A whole number of 32 bits.</summary>
    Signed32 = 1 << 8,

    /// <summary>A whole number of 64 bits.</summary>
    Signed64 = 1 << 9,

    /// <summary>A text that is a duration.</summary>
    Duration = 1 << 10,

    /// <summary>A text that is a date-time.</summary>
    Moment = 1 << 11,

    /// <summary>A text that is a date.</summary>
    Day = 1 << 12,

    /// <summary>A text that is a time of day.</summary>
    TimeOfDay = 1 << 13,

    /// <summary>A number that a <see cref="float"/> holds.</summary>
    Floating32 = 1 << 14,

    /// <summary>A number that a <see cref="double"/> holds.</summary>
    Floating64 = 1 << 15,

    /// <summary>A number that a <see cref="decimal"/> holds.</summary>
    FixedPoint = 1 << 16,

    /// <summary>A text that is a GUID.</summary>
    Identifier = 1 << 17,

    /// <summary>A text that is base64.</summary>
    Base64 = 1 << 18,

    /// <summary>Whatever there is.</summary>
    Any = Text | Boolean | Number | JsonObject | JsonArray,
}

using System.Globalization;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.Syntax;
using SieSmart.Generators.Shaping.Drafts;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>Finds the default values that a constructor can assign, as printers spell them.</summary>
internal static class DefaultValues
{
    /// <summary>The value; null if it is none that a constructor can assign.</summary>
    /// <param name="value">What the document says.</param>
    /// <param name="type">The type of the property.</param>
    public static DefaultValue? Of(DocumentNode value, TypeUse type)
    {
        switch (value)
        {
            case SequenceNode list when type.IsCollection:
                // An item of another kind than the type of a mixed list has no place in it.
                var items = list.Items.Select(item => item is ScalarNode { IsNull: true } ? new DefaultValue(Text: null) : type.IsMixed ? null : OfItem(item, type)).ToList();
                return items.TrueForAll(item => item is not null) ? new DefaultValue(Text: null, items.Select(item => item!).ToEquatableArray()) : null;
            case ScalarNode { IsNull: false } when !type.IsCollection:
                return OfScalar(value, type);
            default:
                return null;
        }
    }

    /// <summary>Whether it says that there is none: null, if need be in quotes, or an object without members, as good as none.</summary>
    public static bool IsNone(DocumentNode value) => value switch
    {
        ScalarNode scalar => scalar.IsNull || scalar.Value.Length == 0 || string.Equals(scalar.Value, "null", StringComparison.OrdinalIgnoreCase),
        MappingNode mapping => mapping.Entries.IsEmpty,
        _ => false,
    };

    /// <summary>Whether two defaults are one.</summary>
    public static bool AreAlike(DocumentNode? left, DocumentNode? right) => (left, right) switch
    {
        (ScalarNode one, ScalarNode other) => one.Value == other.Value,
        (SequenceNode one, SequenceNode other) => one.Items.Length == other.Items.Length && one.Items.Zip(other.Items, AreAlike).All(alike => alike),
        _ => left?.GetType() == right?.GetType(),
    };

    private static DefaultValue? OfItem(DocumentNode value, TypeUse type) => type.Kind == TypeKind.String && value is ScalarNode text ? new DefaultValue(text.Value) : OfScalar(value, type);

    private static DefaultValue? OfScalar(DocumentNode value, TypeUse type) => value is ScalarNode scalar && TextOf(scalar.Value, type) is { } text ? new DefaultValue(text) : null;

    /// <summary>
    /// The value; the name of an enum's member; ticks of times and durations, with a Z behind those of UTC; the bytes of base64. Null if
    /// it doesn't fit the type.
    /// </summary>
    private static string? TextOf(string text, TypeUse type) => type.Kind switch
    {
        // Whoever puts quotes around it means null all the same.
        TypeKind.String => string.Equals(text, "null", StringComparison.OrdinalIgnoreCase) ? null : text,
        TypeKind.Boolean => text.ToLowerInvariant() is "true" or "false" ? text.ToLowerInvariant() : null,
        TypeKind.Byte => Whole(text, byte.MinValue, byte.MaxValue),
        TypeKind.SByte => Whole(text, sbyte.MinValue, sbyte.MaxValue),
        TypeKind.Int32 => Whole(text, int.MinValue, int.MaxValue),
        TypeKind.Int64 => Whole(text, long.MinValue, long.MaxValue),
        TypeKind.Single => IsNumber(text, float.MaxValue) ? text : null,
        TypeKind.Double => IsNumber(text, double.MaxValue) ? text : null,
        TypeKind.Decimal => IsNumber(text, double.MaxValue) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? text : null,
        TypeKind.Guid => Guid.TryParse(text, out _) ? text : null,
        TypeKind.DateTimeOffset => CalendarValues.Moment(text),
        TypeKind.Date => CalendarValues.Day(text),
        TypeKind.Time => CalendarValues.TimeOfDay(text),
        TypeKind.TimeSpan => CalendarValues.Duration(text),
        TypeKind.ByteArray => Bytes(text),
        TypeKind.Enum => Member((EnumDraft)type.Declaration!, text),
        _ => null,
    };

    /// <summary>The name of an enum's member that stands for a text; null if none does.</summary>
    public static string? Member(EnumDraft draft, string text) =>
        (draft.Members.FirstOrDefault(member => member.WireName == text) ?? draft.Members.FirstOrDefault(member => string.Equals(member.WireName, text, StringComparison.OrdinalIgnoreCase)))?.Name;

    /// <summary>A whole number, however it is written.</summary>
    private static string? Whole(string text, decimal smallest, decimal largest) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) &&
        number == decimal.Truncate(number) && number >= smallest && number <= largest
            ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>Whether the text is a number as JSON and C# both spell it.</summary>
    private static bool IsNumber(string text, double maximum) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) &&
        Math.Abs(value) <= maximum &&
        char.IsDigit(text[text.Length - 1]) && text[0] is '-' or (>= '0' and <= '9');

    /// <summary>The bytes of base64, in either of its alphabets.</summary>
    private static string? Bytes(string text)
    {
        try
        {
            var padded = text.Replace('-', '+').Replace('_', '/') + (text.Contains('=') ? "" : new string('=', (4 - (text.Length % 4)) % 4));
            return string.Join(", ", Convert.FromBase64String(padded).Select(value => value.ToString(CultureInfo.InvariantCulture)));
        }
        catch (FormatException)
        {
            // There is no way to ask.
            return null;
        }
    }
}

using System.Globalization;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.Syntax;
using SieSmart.Generators.Shaping.Drafts;

namespace SieSmart.Generators.Shaping;

/// <summary>Finds the default values that a constructor can assign.</summary>
internal static class DefaultValues
{
    /// <summary>The value, or the name of an enum's member; null if there is none, or if it doesn't fit the type.</summary>
    public static string? Of(ScalarNode? value, TypeUse type)
    {
        if (value is null || value.IsNull || value.Value.Length == 0 || type.IsCollection)
        {
            return null;
        }

        var text = value.Value;
        return type.Kind switch
        {
            TypeKind.String => string.Equals(text, "null", StringComparison.OrdinalIgnoreCase) ? null : text,
            TypeKind.Boolean => text.ToLowerInvariant() is "true" or "false" ? text.ToLowerInvariant() : null,
            TypeKind.Byte => byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
            TypeKind.SByte => sbyte.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
            TypeKind.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
            TypeKind.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
            TypeKind.Single => IsNumber(text, float.MaxValue) ? text : null,
            TypeKind.Double => IsNumber(text, double.MaxValue) ? text : null,
            TypeKind.Decimal => IsNumber(text, double.MaxValue) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? text : null,
            TypeKind.Guid => Guid.TryParse(text, out _) ? text : null,
            TypeKind.DateTimeOffset or TypeKind.Date or TypeKind.Time => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null,
            TypeKind.Enum => ((EnumDraft)type.Declaration!).Members.FirstOrDefault(member => string.Equals(member.WireName, text, StringComparison.OrdinalIgnoreCase))?.Name,
            _ => null,
        };
    }

    /// <summary>Whether the text is a number as JSON and C# both spell it.</summary>
    private static bool IsNumber(string text, double maximum) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) &&
        Math.Abs(value) <= maximum &&
        char.IsDigit(text[text.Length - 1]) && text[0] is '-' or (>= '0' and <= '9');
}

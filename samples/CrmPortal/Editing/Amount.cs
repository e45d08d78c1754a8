using System.Globalization;

namespace CrmPortal.Editing;

/// <summary>Amounts of money: as people write them, each in their culture, and in the one form that the portal compares and keeps.</summary>
internal static class Amount
{
    /// <summary>The one form: a point, no separators of thousands, two digits behind the point or more.</summary>
    public static string Text(decimal? amount) => amount?.ToString("0.00##", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Takes the one form.</summary>
    public static bool TryParse(string? text, out decimal amount) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);

    /// <summary>Takes what a person typed. .NET takes a separator of thousands anywhere, and 48000,50 for a hundred times what was meant.</summary>
    public static bool TryRead(string text, CultureInfo culture, out decimal amount)
    {
        amount = 0;
        var parts = text.Split(culture.NumberFormat.NumberDecimalSeparator);
        var separator = culture.NumberFormat.NumberGroupSeparator;
        var groups = parts[0].Split(string.IsNullOrWhiteSpace(separator) ? " " : separator);
        var isSound = parts.Length <= 2
            && parts.Skip(1).Concat(groups).All(digits => digits.Length > 0 && digits.All(char.IsAsciiDigit))
            && (groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(digits => digits.Length == 3)));
        return isSound && TryParse(string.Join('.', [string.Concat(groups), .. parts.Skip(1)]), out amount);
    }

    /// <summary>As people read it.</summary>
    public static string Write(decimal amount, CultureInfo culture) => amount.ToString("N2", culture);

    /// <summary>As people type it.</summary>
    public static string ForInput(decimal amount, CultureInfo culture) => amount.ToString("0.00##", culture);
}

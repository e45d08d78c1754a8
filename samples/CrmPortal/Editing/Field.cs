using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmPortal.Editing;

/// <summary>One input of a form. All values are texts, so that forms and comparisons need to know one type only.</summary>
/// <param name="Name">The name in the API's JSON, so that a complaint of the API finds its input.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Kind">What may stand in it.</param>
/// <param name="IsRequired">Whether it must not be empty.</param>
/// <param name="Hint">What people may not know about it.</param>
public sealed partial record Field(string Name, string Label, FieldKind Kind = FieldKind.Text, bool IsRequired = false, string? Hint = null)
{
    /// <summary>The one form of a value, so that 48000 and 48000.00 are no difference.</summary>
    public string Normalise(string? text)
    {
        var line = string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Kind switch
        {
            FieldKind.Money when TryMoney(line, out var money) => Text(money),
            FieldKind.WholeNumber when int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => line,
        };
    }

    /// <summary>What is wrong with a value, in words for the person who typed it; null if nothing is.</summary>
    public string? Complaint(string text) => (text.Length, Kind) switch
    {
        (0, _) => IsRequired ? $"{Label} is needed." : null,
        (_, FieldKind.Money) when !TryMoney(text, out _) => "Enter an amount such as 48000.00.",
        (_, FieldKind.WholeNumber) when !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) => "Enter a whole number.",
        _ => null,
    };

    /// <summary>A value as people read it.</summary>
    public string Display(string text) =>
        Kind == FieldKind.Money && TryMoney(text, out var money) ? money.ToString("N2", CultureInfo.InvariantCulture) : text;

    public static string Text(decimal? money) => money?.ToString("0.00##", CultureInfo.InvariantCulture) ?? string.Empty;

    public static decimal? Money(string? text) => TryMoney(text, out var money) ? money : null;

    private static bool TryMoney(string? text, out decimal money)
    {
        money = 0;
        return Amount().IsMatch(text ?? string.Empty)
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out money);
    }

    // .NET takes a comma anywhere for a separator of thousands, and 48000,50 for a hundred times what was meant.
    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Amount();
}

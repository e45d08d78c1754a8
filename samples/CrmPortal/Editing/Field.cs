using System.Globalization;
using CrmPortal.Offices;

namespace CrmPortal.Editing;

/// <summary>One input of a form. All values are texts, so that forms and comparisons need to know one type only.</summary>
/// <param name="Name">The name in the API's JSON, so that a complaint of the API finds its input.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Kind">What may stand in it.</param>
/// <param name="IsRequired">Whether it must not be empty.</param>
/// <param name="Hint">What people may not know about it.</param>
/// <param name="List">Which of the office's lists it is chosen from; null where people type.</param>
public sealed record Field(string Name, string Label, FieldKind Kind = FieldKind.Text, bool IsRequired = false, string? Hint = null, OfficeList? List = null)
{
    /// <summary>The one form of a value, so that 48000 and 48000.00 are no difference. The same for everybody.</summary>
    public string Normalise(string? text)
    {
        var line = OneLine(text);
        return Kind switch
        {
            FieldKind.Money when Amount.TryParse(line, out var amount) => Amount.Text(amount),
            FieldKind.WholeNumber when TryWhole(line, out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => line,
        };
    }

    /// <summary>Takes what a person typed, in their way of writing numbers.</summary>
    /// <returns>False if it can't be understood; <paramref name="value"/> is what they typed then.</returns>
    public bool TryRead(string? typed, out string value)
    {
        value = OneLine(typed);
        if (Kind != FieldKind.Money || value.Length == 0)
        {
            value = Normalise(value);
            return Kind != FieldKind.WholeNumber || value.Length == 0 || TryWhole(value, out _);
        }

        var isAmount = Amount.TryRead(value, CultureInfo.CurrentCulture, out var amount);
        value = isAmount ? Amount.Text(amount) : value;
        return isAmount;
    }

    /// <summary>What is wrong with a value, in words for the person who typed it; null if nothing is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isMisread">Whether it could not be understood.</param>
    public string? Complaint(string value, bool isMisread) => (value.Length, isMisread, Kind) switch
    {
        (0, _, _) when IsRequired => List is null ? $"{Label} is needed." : "Choose one.",
        (_, true, FieldKind.Money) => $"Enter an amount such as {Example}.",
        (_, true, _) => "Enter a whole number.",
        _ => null,
    };

    /// <summary>An amount as the person in front of the page writes it.</summary>
    public static string Example => Amount.ForInput(48000, CultureInfo.CurrentCulture);

    /// <summary>A value as people read it.</summary>
    public string Display(string value) =>
        Kind == FieldKind.Money && Amount.TryParse(value, out var amount) ? Amount.Write(amount, CultureInfo.CurrentCulture) : value;

    /// <summary>A value as people type it.</summary>
    public string ForInput(string value) =>
        Kind == FieldKind.Money && Amount.TryParse(value, out var amount) ? Amount.ForInput(amount, CultureInfo.CurrentCulture) : value;

    private static string OneLine(string? text) => string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool TryWhole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

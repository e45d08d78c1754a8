using System.Globalization;

namespace SieSmart.Client;

/// <summary>The number of a sales contact. A type of its own, so that no other number is taken for it.</summary>
public readonly record struct SalesContactId
{
    /// <summary>Names one by its number.</summary>
    /// <param name="value">The number.</param>
    public SalesContactId(int value) => Value = value;

    /// <summary>The number.</summary>
    public int Value { get; }

    /// <summary>Reads one that somebody typed or that stands in an address: digits alone, in any culture.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is no whole number.</exception>
    public static SalesContactId Parse(string? text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is no number of a sales contact. Give it in digits, as SieSmart shows it.");

    /// <summary>Reads one that somebody typed or that stands in an address: digits alone, in any culture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">What it says; the default if it is no whole number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, out SalesContactId id)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new SalesContactId(value);
        return isNumber;
    }

    /// <summary>The number in digits, the same in every culture.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

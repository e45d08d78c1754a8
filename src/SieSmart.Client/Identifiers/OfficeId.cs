using System.Globalization;

namespace SieSmart.Client;

/// <summary>The number of an office. A type of its own, so that no other number is taken for it.</summary>
public readonly record struct OfficeId
{
    /// <summary>Names one by its number.</summary>
    /// <param name="value">The number.</param>
    public OfficeId(int value) => Value = value;

    /// <summary>The number.</summary>
    public int Value { get; }

    /// <summary>Reads one that somebody typed or that stands in an address: digits alone, in any culture.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is no whole number.</exception>
    public static OfficeId Parse(string? text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is no number of an office. Give it in digits, as SieSmart shows it.");

    /// <summary>Reads one that somebody typed or that stands in an address: digits alone, in any culture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">What it says; the default if it is no whole number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, out OfficeId id)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new OfficeId(value);
        return isNumber;
    }

    /// <summary>The number in digits, the same in every culture.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

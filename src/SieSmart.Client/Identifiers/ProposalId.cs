using System.Globalization;

namespace SieSmart.Client;

/// <summary>The number that SieSmart gives a proposal. A type of its own, so that no other number is taken for it.</summary>
public readonly record struct ProposalId
{
    /// <summary>Names one by its number.</summary>
    /// <param name="value">The number.</param>
    public ProposalId(long value) => Value = value;

    /// <summary>The number.</summary>
    public long Value { get; }

    /// <summary>Reads one that somebody typed or that stands in an address: digits alone, in any culture.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is no whole number.</exception>
    public static ProposalId Parse(string? text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is no number of a proposal. Give it in digits, as SieSmart shows it.");

    /// <summary>Reads one that somebody typed or that stands in an address: digits alone, in any culture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">What it says; the default if it is no whole number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, out ProposalId id)
    {
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new ProposalId(value);
        return isNumber;
    }

    /// <summary>The number in digits, the same in every culture.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

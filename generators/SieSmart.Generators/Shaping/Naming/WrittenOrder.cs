namespace SieSmart.Generators.Shaping.Naming;

/// <summary>
/// The order in which Kiota writes members: underscores, digits, then letters whatever their case or accent. It asks the
/// culture that it runs in; this is the same without asking.
/// </summary>
internal sealed class WrittenOrder : IComparer<string>
{
    public static readonly WrittenOrder Instance = new();

    // Letters of Latin-1 from U+00C0 on, without their accents.
    private const string Unaccented = "AAAAAAACEEEEIIIIDNOOOOO×OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO÷OUUUUYTY";

    /// <inheritdoc/>
    public int Compare(string left, string right)
    {
        for (var index = 0; index < left.Length && index < right.Length; index++)
        {
            var difference = Rank(left[index]) - Rank(right[index]);
            if (difference != 0)
            {
                return difference;
            }
        }

        return left.Length != right.Length ? left.Length - right.Length : string.CompareOrdinal(left, right);
    }

    private static int Rank(char character) => character switch
    {
        '_' => 0,
        >= '\u00c0' and <= '\u00ff' => Unaccented[character - '\u00c0'],
        _ => char.ToUpperInvariant(character),
    };
}

namespace SieSmart.Pipeline;

/// <summary>How alike two texts are.</summary>
internal static class TextDistance
{
    /// <summary>How many characters have to be put in, left out or replaced (Levenshtein), whatever their case.</summary>
    public static int Between(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        foreach (var character in left)
        {
            var diagonal = row[0]++;
            for (var index = 1; index <= right.Length; index++)
            {
                var cost = char.ToUpperInvariant(character) == char.ToUpperInvariant(right[index - 1]) ? 0 : 1;
                (diagonal, row[index]) = (row[index], Math.Min(Math.Min(row[index], row[index - 1]) + 1, diagonal + cost));
            }
        }

        return row[right.Length];
    }
}

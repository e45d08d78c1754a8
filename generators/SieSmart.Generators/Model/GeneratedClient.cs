namespace SieSmart.Generators.Model;

/// <summary>A whole client: what one document and its options come to.</summary>
/// <param name="Shelves">Its files, each on the shelf that its hint name decides.</param>
internal sealed record GeneratedClient(EquatableArray<FileShelf> Shelves)
{
    // So many that a shelf of a large client holds a few dozen files, and few enough to cost a small one nothing.
    private const int ShelfCount = 256;

    /// <summary>All files.</summary>
    public IEnumerable<SourceFile> Files => Shelves.SelectMany(shelf => shelf.Files);

    /// <summary>Puts files on their shelves.</summary>
    public static GeneratedClient Of(IEnumerable<SourceFile> files)
    {
        var shelves = new List<SourceFile>?[ShelfCount];
        foreach (var file in files)
        {
            (shelves[ShelfOf(file.HintName)] ??= []).Add(file);
        }

        return new GeneratedClient(shelves
            .Select(shelf => new FileShelf(shelf is null ? default : shelf.OrderBy(file => file.HintName, StringComparer.Ordinal).ToEquatableArray()))
            .ToEquatableArray());
    }

    /// <summary>A hash that, unlike that of the framework, is the same in every process.</summary>
    private static int ShelfOf(string hintName)
    {
        var hash = 2166136261;
        foreach (var character in hintName)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return (int)(hash % ShelfCount);
    }
}

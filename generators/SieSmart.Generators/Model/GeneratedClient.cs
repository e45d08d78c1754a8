using System.Globalization;

namespace SieSmart.Generators.Model;

/// <summary>A whole client: what one document and its options come to.</summary>
/// <param name="Shelves">Its types, each on the shelf that its hint name decides.</param>
internal sealed record GeneratedClient(EquatableArray<FileShelf> Shelves)
{
    /// <summary>What is to be guarded where others make the client; null where this generator does.</summary>
    public GuardedClientModel? Guarded { get; init; }

    /// <summary>
    /// How many types may have a file of their own. The compiler compares each generated file's name with all others whenever it
    /// runs a generator, even after an edit that concerns none of them: thousands of files would make every edit slow.
    /// </summary>
    public const int MaximumFiles = 200;

    // So many that a shelf of a large client holds a few dozen types, and few enough to cost nobody anything: what they cost grows with their square.
    private const int ShelfCount = 128;

    /// <summary>All types.</summary>
    public IEnumerable<SourceFile> Files => Shelves.SelectMany(shelf => shelf.Files);

    /// <summary>Puts types on their shelves.</summary>
    /// <param name="name">The client's full name, unique within the compilation.</param>
    /// <param name="files">The types.</param>
    public static GeneratedClient Of(string name, IReadOnlyList<SourceFile> files)
    {
        var shelves = new List<SourceFile>[ShelfCount];
        for (var shelf = 0; shelf < ShelfCount; shelf++)
        {
            shelves[shelf] = [];
        }

        foreach (var file in files)
        {
            shelves[ShelfOf(file.HintName)].Add(file);
        }

        return new GeneratedClient(shelves
            .Select((shelf, number) => new FileShelf(
                files.Count > MaximumFiles ? name + "." + number.ToString("000", CultureInfo.InvariantCulture) : null,
                shelf.OrderBy(file => file.HintName, StringComparer.Ordinal).ToEquatableArray()))
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

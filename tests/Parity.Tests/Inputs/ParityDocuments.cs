namespace Parity.Tests.Inputs;

/// <summary>The documents that travel with the tests, and those that a folder outside the repository holds.</summary>
internal static class ParityDocuments
{
    private const string VendorsVariable = "PARITY_DOCUMENTS";

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Documents");

    /// <summary>Those of one of the folders.</summary>
    public static IEnumerable<ParityDocument> In(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.yaml").Order(StringComparer.Ordinal).Select(file => new ParityDocument(folder, file));

    /// <summary>Documents of others, which are never part of the repository: those of the folder that <c>PARITY_DOCUMENTS</c> names.</summary>
    public static IReadOnlyList<ParityDocument> Vendors { get; } = Environment.GetEnvironmentVariable(VendorsVariable) is { Length: > 0 } folder
        ? [.. Directory.EnumerateFiles(folder).Where(IsDocument).Order(StringComparer.Ordinal).Select(file => new ParityDocument(ParityDocument.ForeignFolder, file))]
        : [];

    /// <summary>All that travel with the tests.</summary>
    public static IReadOnlyList<ParityDocument> All { get; } = [.. Directory.EnumerateDirectories(Root).Order(StringComparer.Ordinal).SelectMany(folder => In(Path.GetFileName(folder)))];

    private static bool IsDocument(string file) => Path.GetExtension(file) is ".yaml" or ".yml" or ".json";
}

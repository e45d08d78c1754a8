using System.Text;

namespace SieSmart.Generators.Tests.Parity;

/// <summary>The documents, and the surfaces of the clients that Kiota generates from them.</summary>
internal static class ParityFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Parity");

    /// <summary>Document names, which are file names without extension.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [
        "proposals", "library", "routes", "queries", "formats", "enums", "inheritance", "unions", "inline",
        "collisions", "ledger", "media", "modern31",
    ];

    public static string Document(string name) => Read("specs", name + ".yaml");

    /// <summary>The surface with all members that Kiota keeps for older callers.</summary>
    public static string BackwardCompatibleGolden(string name) => Read("golden", name + ".surface.txt");

    /// <summary>The surface of <c>--exclude-backward-compatible</c>.</summary>
    public static string Golden(string name) => Read("golden-ebc", name + ".surface.txt");

    public static string Sample(string name) => Read("samples", name + ".cs");

    /// <summary>A document's root namespace: its name in PascalCase.</summary>
    public static string Namespace(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Read(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Folder, .. path]), Encoding.UTF8);
}

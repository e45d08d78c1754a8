using System.Text;

namespace SieSmart.Generators.Tests.Parity;

/// <summary>Documents that have the forms of OpenAPI, a topic each. Kiota's own clients of them are compared in Parity.Tests.</summary>
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

    /// <summary>A document's root namespace: its name in PascalCase.</summary>
    public static string Namespace(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Read(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Folder, .. path]), Encoding.UTF8);
}

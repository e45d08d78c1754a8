using System.Text.Json;
using TestSupport;

namespace Requirements.Kiota;

/// <summary>The list of .NET tools that a repository pins.</summary>
/// <param name="Folder">Where the repository is.</param>
internal sealed record ToolManifest(string Folder)
{
    private const string KiotaPackage = "microsoft.openapi.kiota";

    /// <summary>The one that tests use.</summary>
    public static ToolManifest OfThisRepository() => new(RepositoryFiles.Root);

    /// <summary>The version of Kiota that it pins.</summary>
    public string KiotaVersion()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, ".config", "dotnet-tools.json")));
        return manifest.RootElement.GetProperty("tools").GetProperty(KiotaPackage).GetProperty("version").GetString()!;
    }
}

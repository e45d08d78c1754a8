using TestSupport;

namespace Packages.Tests.Support;

/// <summary>The sources of the programs in the folder <c>Consumers</c>.</summary>
internal static class ConsumerSources
{
    /// <summary>Copies them out of the repository, as they are written, into a folder that restores the packages.</summary>
    public static void CopyTo(string folder, PackedSolution packed)
    {
        var sources = RepositoryFiles.PathOf("tests", "Packages.Tests", "Consumers");
        foreach (var file in Directory.EnumerateFiles(sources, "*", SearchOption.AllDirectories))
        {
            // Without what an editor built of them in place.
            var name = Path.GetRelativePath(sources, file);
            if (!name.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            {
                var copy = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        packed.BeFeedOf(folder);
        File.WriteAllText(Path.Combine(folder, "Versions.props"), $"""
            <Project>
              <PropertyGroup>
                <SieSmartVersion>{packed.Version}</SieSmartVersion>
                <KiotaVersion>{BuildSettings.KiotaVersion}</KiotaVersion>
                <PolySharpVersion>{BuildSettings.PolySharpVersion}</PolySharpVersion>
                <ExtensionsVersion>{BuildSettings.ExtensionsVersion}</ExtensionsVersion>
              </PropertyGroup>
            </Project>
            """);
    }
}

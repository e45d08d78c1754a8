using System.Reflection;

namespace EndToEnd.Tests.Fixtures;

/// <summary>Where the build has put things, and where it took them from.</summary>
internal static class Locations
{
    /// <summary>Reads a file of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Metadata("RepositoryRoot"), path));

    private static string Metadata(string key) =>
        typeof(Locations).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}

using System.Reflection;

namespace Interop.Tests.Pinning;

/// <summary>Where the build has put things, and where it took them from.</summary>
internal static class Locations
{
    /// <summary>What NSwag wrote, before its ranges were made to compile.</summary>
    public static string WrittenByNSwag => File.ReadAllText(Metadata("WrittenByNSwag"));

    /// <summary>The version that the repository pins.</summary>
    public static string NSwagVersion => Metadata("NSwagVersion");

    private static string Metadata(string key) =>
        typeof(Locations).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}

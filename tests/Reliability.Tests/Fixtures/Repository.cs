using System.Reflection;

namespace Reliability.Tests.Fixtures;

/// <summary>Files of this repository.</summary>
internal static class Repository
{
    private static readonly string Root = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static string[] ReadLines(string path) => File.ReadAllLines(Path.Combine(Root, path));
}

using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace EndToEnd.Tests.Fixtures;

/// <summary>How a sample is started: as somebody runs it, on a machine that has no settings of its own.</summary>
internal static class SampleStart
{
    private static readonly string[] SettingsPrefixes = ["SieSmart__", "Webhook__", "ASPNETCORE_", "DOTNET_ENVIRONMENT"];

    /// <param name="sample">The sample's name; the build has told where its assembly is.</param>
    /// <param name="home">An empty directory.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="arguments">What to type behind its name.</param>
    public static ProcessStartInfo Of(string sample, string home, IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
    {
        var assembly = typeof(SampleStart).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == sample).Value!;
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", assembly, .. arguments])
        {
            WorkingDirectory = home,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        // User secrets live below the first two, and whoever runs the tests may have some.
        foreach (var name in new[] { "APPDATA", "HOME", "TEMP", "TMP", "TMPDIR" })
        {
            start.Environment[name] = home;
        }

        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsSetting(string name) => SettingsPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}

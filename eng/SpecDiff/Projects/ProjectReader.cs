using System.Diagnostics;
using System.Text.Json;
using SpecDiff.Documents;

namespace SpecDiff.Projects;

/// <summary>Asks MSBuild what a project's OpenApiClient items are: properties, conditions and imports count.</summary>
internal static class ProjectReader
{
    private const string ItemName = "OpenApiClient";
    private const int MaximumComplaint = 2000;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    // What this process was started with by another build must not reach this one.
    private static readonly string[] LeakingPrefixes = ["MSBUILD", "CustomAfter", "CustomBefore"];

    /// <summary>Reads a project.</summary>
    /// <param name="project">The path of its file, or of the folder that it is alone in.</param>
    /// <exception cref="NotComparableException">MSBuild can't.</exception>
    public static ProjectItems Read(string project)
    {
        var path = Path.GetFullPath(project);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new NotComparableException($"There is no project '{path}'. Check the path behind --project.");
        }

        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        try
        {
            using var answer = JsonDocument.Parse(Ask(path));
            return new ProjectItems(project, [.. answer.RootElement.GetProperty("Items").GetProperty(ItemName).EnumerateArray().Select(item => Item(item, folder))]);
        }
        catch (JsonException failure)
        {
            throw new NotComparableException($"MSBuild's answer about '{path}' can't be read: {failure.Message} It takes the .NET 8 SDK or a newer one.");
        }
    }

    private static ProjectItem Item(JsonElement item, string folder)
    {
        var metadata = item.EnumerateObject()
            .Where(entry => entry.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        return new ProjectItem(metadata["FullPath"], metadata.GetValueOrDefault("ClientName", "ApiClient"), ClientSettings.Of(metadata, folder));
    }

    private static string Ask(string path)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["msbuild", path, $"-getItem:{ItemName}", "-nologo", "-nodeReuse:false"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => Array.Exists(LeakingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Limit))
            {
                process.Kill(entireProcessTree: true);
                throw new NotComparableException($"MSBuild did not say within {Limit.TotalMinutes} minutes what is in '{path}'. Say the options instead of --project.");
            }

            var said = output.GetAwaiter().GetResult();
            return process.ExitCode == 0 ? said : throw new NotComparableException(
                $"MSBuild can't read '{path}':\n{Shortened(said + errors.GetAwaiter().GetResult())}");
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new NotComparableException($"'dotnet' can't be started: {failure.Message} --project needs the .NET SDK on the PATH.");
        }
    }

    private static string Shortened(string complaint) => complaint.Length > MaximumComplaint ? complaint[..MaximumComplaint] + " …" : complaint.Trim();
}

using Requirements.Programs;

namespace Requirements.Kiota;

/// <summary>Looks whether <c>dotnet kiota</c> runs, in the version that the repository pins.</summary>
internal static class KiotaToolProbe
{
    // KiotaTool.targets leaves what `dotnet tool restore` said, if it failed.
    private const string RestoreLog = "kiota-tool-restore.log";

    public static Finding Find(ToolManifest manifest)
    {
        var version = manifest.KiotaVersion();
        var output = ProbeProcess.Run(DotNetHost.Path, ["kiota", "--version"], manifest.Folder, out var failure);
        if (output is null)
        {
            return Finding.Missing($"'dotnet kiota --version' did not work: {failure}.{RestoreFailure()}");
        }

        // Behind a plus sign stands the commit that it was built from.
        var found = output.Trim().Split('+')[0];
        return string.Equals(found, version, StringComparison.Ordinal)
            ? Finding.At(manifest.Folder)
            : Finding.Missing($"'dotnet kiota --version' says {found}, where .config/dotnet-tools.json pins {version}.");
    }

    private static string RestoreFailure()
    {
        var log = Path.Combine(AppContext.BaseDirectory, RestoreLog);
        return File.Exists(log) ? $" 'dotnet tool restore' had said: {File.ReadAllText(log).ReplaceLineEndings(" ").Trim()}" : string.Empty;
    }
}

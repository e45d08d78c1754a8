using System.Diagnostics;
using Parity.Tests.Clients;
using Parity.Tests.Inputs;
using Requirements;

namespace Parity.Tests.Tool;

/// <summary>Kiota's own command, as the repository's tool manifest pins it.</summary>
internal static class KiotaTool
{
    /// <summary>The sources that <c>kiota generate</c> writes for a document.</summary>
    /// <exception cref="KiotaToolException">The tool made no client of it.</exception>
    public static async Task<IReadOnlyList<ClientSource>> GenerateAsync(ParityDocument document, ClientForm form, CancellationToken cancellationToken)
    {
        var output = Directory.CreateTempSubdirectory("parity-");
        try
        {
            await RunAsync(document, form, output.FullName, cancellationToken);
            return
            [
                .. output.EnumerateFiles("*.cs", SearchOption.AllDirectories)
                    .OrderBy(file => file.FullName, StringComparer.Ordinal)
                    .Select(file => new ClientSource(Path.GetRelativePath(output.FullName, file.FullName), File.ReadAllText(file.FullName))),
            ];
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(ParityDocument document, ClientForm form, string output, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = MachineRequirements.KiotaTool.PathOrSkip(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "kiota", "generate", "--language", "csharp", "--class-name", "ApiClient", "--namespace-name", ParityDocument.Namespace,
                "--openapi", document.Path, "--output", output, "--log-level", "Error",
            },
            Environment =
            {
                // On several threads the same document gives a different client from run to run.
                ["KIOTA_Generation__MaxDegreeOfParallelism"] = "1",
                ["KIOTA_Update__Disabled"] = "true",
                ["KIOTA_OFFLINE_ENABLED"] = "true",
                ["DOTNET_TieredPGO"] = "0",
            },
        };
        if (form == ClientForm.New)
        {
            start.ArgumentList.Add("--exclude-backward-compatible");
        }

        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var complained = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new KiotaToolException($"The official tool made no client of '{document.Path}': {(await printed).Trim()} {(await complained).Trim()}");
        }
    }
}

using System.Diagnostics;

namespace SieSmart.Generators.Benchmarks;

/// <summary>Kiota's own tool, to compare with.</summary>
internal static class KiotaTool
{
    /// <summary>Generates a client of a document, and returns what compiles it.</summary>
    /// <param name="tool">The tool's assembly.</param>
    /// <param name="document">The document's text.</param>
    /// <param name="compile">Compiles the files of a folder.</param>
    public static Func<CompiledCode> Generate(string tool, string document, Func<string, CompiledCode> compile)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var input = Path.Combine(folder, "document.yaml");
        var code = Path.Combine(folder, "code");
        File.WriteAllText(input, document);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", tool, "generate", "-l", "CSharp", "-d", input, "-o", code, "-c", "Client", "-n", "ByKiota", "--log-level", "Error"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["KIOTA_TUTORIAL_ENABLED"] = "false", ["DOTNET_ROLL_FORWARD"] = "Major" },
        }) ?? throw new InvalidOperationException("dotnet could not be started.");
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? () => compile(code)
            : throw new InvalidOperationException($"Kiota's tool ended with {process.ExitCode}: {said}");
    }
}

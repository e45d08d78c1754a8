using System.Text.RegularExpressions;
using Requirements;

namespace Packages.Tests.Support;

/// <summary>
/// The programs in the folder <c>Consumers</c>, copied out of the repository, with the packages and a sandbox that was installed
/// from its package as a tool.
/// </summary>
public sealed partial class Consumers(PackedSolution packed) : IAsyncLifetime
{
    private const string Sound = "Debug";

    private static readonly string[] Mistakes = ["WithoutETag", "StaleETag"];

    private readonly Dictionary<string, IReadOnlyList<string>> _diagnostics = new(StringComparer.Ordinal);
    private InstalledSandbox? _sandbox;

    private string Folder => Path.Combine(packed.Root, "consumers");

    /// <summary>What a build of the programs without a mistake reported.</summary>
    internal IReadOnlyList<string> Diagnostics => _diagnostics[Sound];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!PackedSolution.IsPossible)
        {
            return;
        }

        await packed.MakeAsync();
        ConsumerSources.CopyTo(Folder, packed);
        await packed.Consumer(Folder, "restore", "--nologo", "-v", "quiet").MustSucceedAsync();
        _diagnostics[Sound] = DiagnosticsOf(await Build(Sound).MustSucceedAsync());
        foreach (var mistake in Mistakes)
        {
            _diagnostics[mistake] = DiagnosticsOf((await Build(mistake).RunAsync()).Output);
        }

        _sandbox = await InstalledSandbox.StartAsync(packed, Folder);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    /// <summary>What a build of the programs with a mistake in them reported, as <c>Project: code</c>.</summary>
    internal IReadOnlyList<string> DiagnosticsOfMistake(string name) => _diagnostics[name];

    /// <summary>The built program as a command that knows how to reach the sandbox.</summary>
    internal Command Program(string project, string framework = "net10.0") =>
        Command.DotNet("exec", PathOf(project, framework, "dll")) with { Environment = Settings() };

    /// <summary>Runs the built program to its end.</summary>
    /// <returns>What was compiled meanwhile, before it ran for the first time: lines with the full names of methods.</returns>
    internal async Task<IReadOnlyList<string>> MethodsCompiledByRunningAsync(string project)
    {
        var list = Path.Combine(Folder, $"{project}.compiled.txt");
        var program = Program(project);
        await (program with
        {
            Environment = new Dictionary<string, string>(program.Environment, StringComparer.Ordinal) { ["DOTNET_JitStdOutFile"] = list, ["DOTNET_JitDisasmSummary"] = "1" },
        }).MustSucceedAsync();

        // What is compiled once more, because it is run often, is another matter.
        return [.. (await File.ReadAllLinesAsync(list)).Where(line => !line.Contains("Tier1", StringComparison.Ordinal))];
    }

    /// <summary>A built program of .NET Framework, which is run by Mono but on Windows.</summary>
    internal Command FrameworkProgram(string project, string framework)
    {
        var file = PathOf(project, framework, "exe");
        return (OperatingSystem.IsWindows() ? new Command(file) : new Command(MachineRequirements.Mono.PathOrSkip(), file)) with { Environment = Settings() };
    }

    private string PathOf(string project, string framework, string extension) =>
        Path.Combine(Folder, project, "bin", Sound, framework, $"{project}.{extension}");

    private Dictionary<string, string> Settings() => new(_sandbox!.Settings(), StringComparer.Ordinal) { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" };

    private Command Build(string configuration) =>
        packed.Consumer(Folder, "build", "--no-restore", "-c", configuration, "--nologo", "-v", "quiet", "-clp:NoSummary");

    private static IReadOnlyList<string> DiagnosticsOf(string output) => [.. Diagnostic().Matches(output)
        .Select(match => $"{match.Groups["project"].Value}: {match.Groups["severity"].Value} {match.Groups["code"].Value}")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<severity>error|warning) (?<code>[A-Z]+\d+): .*\[.*?(?<project>[\w.]+)\.(cs|fs)proj(?:::TargetFramework=[\w.]+)?\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Diagnostic();
}

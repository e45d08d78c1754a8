using System.Text.RegularExpressions;

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
    private RunningProgram? _sandbox;

    private string Folder => Path.Combine(packed.Root, "consumers");

    private string ToolFolder => Path.Combine(packed.Root, "tools");

    /// <summary>What a build of the programs without a mistake reported.</summary>
    internal IReadOnlyList<string> Diagnostics => _diagnostics[Sound];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await packed.MakeAsync();
        CopySources();
        packed.BeFeedOf(Folder);
        File.WriteAllText(Path.Combine(Folder, "Versions.props"), $"""
            <Project>
              <PropertyGroup>
                <SieSmartVersion>{packed.Version}</SieSmartVersion>
                <KiotaVersion>{BuildSettings.KiotaVersion}</KiotaVersion>
                <ExtensionsVersion>{BuildSettings.ExtensionsVersion}</ExtensionsVersion>
              </PropertyGroup>
            </Project>
            """);
        await packed.Consumer(Folder, "restore", "--nologo", "-v", "quiet").MustSucceedAsync();
        _diagnostics[Sound] = DiagnosticsOf(await Build(Sound).MustSucceedAsync());
        foreach (var mistake in Mistakes)
        {
            _diagnostics[mistake] = DiagnosticsOf((await Build(mistake).RunAsync()).Output);
        }

        await packed.Consumer(Folder, "tool", "install", "SieSmart.Sandbox", "--version", packed.Version, "--source", packed.Feed, "--tool-path", ToolFolder).MustSucceedAsync();
        var tool = new Command(Path.Combine(ToolFolder, "siesmart-sandbox"), "--port", "0", "--requests", "100000") { Folder = Folder };
        _sandbox = await RunningProgram.StartAsync(tool, "Ctrl+C");
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
        Command.DotNet("exec", Path.Combine(Folder, project, "bin", Sound, framework, project + ".dll")) with
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["SieSmart__BaseAddress"] = _sandbox!.Behind("Base address"),
                ["SieSmart__TokenEndpoint"] = _sandbox.Behind("Token endpoint"),
                ["SieSmart__ClientId"] = _sandbox.Behind("Client id"),
                ["SieSmart__ClientSecret"] = _sandbox.Behind("Client secret"),
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            },
        };

    private Command Build(string configuration) =>
        packed.Consumer(Folder, "build", "--no-restore", "-c", configuration, "--nologo", "-v", "quiet", "-clp:NoSummary");

    private static IReadOnlyList<string> DiagnosticsOf(string output) => [.. Diagnostic().Matches(output)
        .Select(match => $"{match.Groups["project"].Value}: {match.Groups["severity"].Value} {match.Groups["code"].Value}")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    // A copy of the sources as they are written: without what an editor built of them in place.
    private void CopySources()
    {
        var sources = Path.Combine(BuildSettings.RepositoryRoot, "tests", "Packages.Tests", "Consumers");
        foreach (var file in Directory.EnumerateFiles(sources, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(sources, file);
            if (!name.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            {
                var copy = Path.Combine(Folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    [GeneratedRegex(@"(?<severity>error|warning) (?<code>[A-Z]+\d+): .*\[.*?(?<project>[\w.]+)\.(cs|fs)proj(?:::TargetFramework=[\w.]+)?\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Diagnostic();
}

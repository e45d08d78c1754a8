namespace Packages.Tests.Support;

/// <summary>A sandbox that was installed from its package as a tool, and runs.</summary>
internal sealed class InstalledSandbox : IAsyncDisposable
{
    private readonly RunningProgram _program;

    private InstalledSandbox(RunningProgram program) => _program = program;

    /// <summary>Installs it below the folder of a consumer, and starts it.</summary>
    public static async Task<InstalledSandbox> StartAsync(PackedSolution packed, string folder)
    {
        var toolFolder = Path.Combine(folder, "tools");
        await packed.Consumer(folder, "tool", "install", "SieSmart.Sandbox", "--version", packed.Version, "--source", packed.Feed, "--tool-path", toolFolder).MustSucceedAsync();
        var tool = new Command(Path.Combine(toolFolder, "siesmart-sandbox"), "--port", "0", "--requests", "100000", "--etags-on-writes") { Folder = folder };
        return new InstalledSandbox(await RunningProgram.StartAsync(tool, "Ctrl+C"));
    }

    /// <summary>The settings of a client that uses it, as environment variables.</summary>
    public Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["SieSmart__BaseAddress"] = _program.Behind("Base address"),
        ["SieSmart__TokenEndpoint"] = _program.Behind("Token endpoint"),
        ["SieSmart__ClientId"] = _program.Behind("Client id"),
        ["SieSmart__ClientSecret"] = _program.Behind("Client secret"),
    };

    /// <summary>The settings of a client of another document that uses it, too: its token call says what the document doesn't.</summary>
    /// <param name="section">The name of that client.</param>
    public Dictionary<string, string> SettingsOf(string section)
    {
        var credentials = $"{section}__Authentication__ClientCredentials__";
        return new(StringComparer.Ordinal)
        {
            [$"{section}__BaseAddress"] = _program.Behind("Base address"),
            [$"{credentials}TokenEndpoint"] = _program.Behind("Token endpoint"),
            [$"{credentials}ClientId"] = _program.Behind("Client id"),
            [$"{credentials}ClientSecret"] = _program.Behind("Client secret"),
            [$"{credentials}Audience"] = _program.Behind("Audience"),
            [$"{credentials}Format"] = "Json",
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _program.DisposeAsync();
}

namespace Packages.Tests.Support;

/// <summary>The templates, installed from their package where no other <c>dotnet new</c> of this machine sees them.</summary>
public sealed class InstalledTemplates(PackedSolution packed) : IAsyncLifetime
{
    private const string HiveOption = "--debug:custom-hive";

    /// <summary>Where projects are made of them: outside of the repository.</summary>
    internal string Folder => Path.Combine(packed.Root, "templates");

    private string Hive => Path.Combine(packed.Root, "template-hive");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!PackedSolution.IsPossible)
        {
            return;
        }

        await packed.MakeAsync();
        Directory.CreateDirectory(Folder);
        packed.BeFeedOf(Folder);
        await packed.Consumer(Folder, "new", "install", Path.Combine(packed.Feed, $"SieSmart.Templates.{packed.Version}.nupkg"), HiveOption, Hive).MustSucceedAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Makes a project of a template.</summary>
    /// <param name="template">The template's short name.</param>
    /// <param name="name">The project's name, and that of its folder.</param>
    /// <param name="options">What the template is told.</param>
    /// <returns>The project's folder.</returns>
    internal async Task<string> MakeAsync(string template, string name, params IReadOnlyList<string> options)
    {
        await packed.Consumer(Folder, ["new", template, "--output", name, "--no-update-check", HiveOption, Hive, .. options]).MustSucceedAsync();
        return Path.Combine(Folder, name);
    }

    /// <summary>Runs <c>dotnet</c> in a folder that a template has made, to a good end.</summary>
    /// <returns>What it wrote.</returns>
    internal Task<string> DotNetAsync(string folder, params IReadOnlyList<string> arguments) => packed.Consumer(folder, arguments).MustSucceedAsync();

    /// <summary>Starts the sandbox that a project has brought along, at a free port.</summary>
    internal Task<RunningProgram> StartSandboxAsync(string folder) =>
        RunningProgram.StartAsync(packed.Consumer(folder, "tool", "run", "siesmart-sandbox", "--", "--port", "0"), "Ctrl+C");
}

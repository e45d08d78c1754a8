namespace Packages.Tests.Support;

/// <summary>Programs in the folder <c>Consumers</c>, published for this machine, each when the first test asks for it.</summary>
public sealed class PublishedPrograms(PackedSolution packed) : IAsyncLifetime
{
    private readonly Dictionary<(string Project, PublishedForm Form), Task<PublishedProgram>> _programs = [];
    private InstalledSandbox? _sandbox;

    private string Folder => Path.Combine(packed.Root, "published");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!PackedSolution.IsPossible)
        {
            return;
        }

        await packed.MakeAsync();
        ConsumerSources.CopyTo(Folder, packed);
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

    /// <summary>Publishes a program, once. It knows how to reach the sandbox.</summary>
    internal Task<PublishedProgram> GetAsync(string project, PublishedForm form)
    {
        if (!_programs.TryGetValue((project, form), out var program))
        {
            _programs.Add((project, form), program = PublishAsync(project, form));
        }

        return program;
    }

    private async Task<PublishedProgram> PublishAsync(string project, PublishedForm form)
    {
        var artifacts = Path.Combine(Folder, $"{project}.{form}");
        string[] options = form is PublishedForm.Native ? ["-p:PublishAot=true"] : ["-p:PublishTrimmed=true", "--self-contained"];
        var output = await packed.Consumer(
            Folder, ["publish", project, "--use-current-runtime", "--artifacts-path", artifacts, "--nologo", .. options]).MustSucceedAsync();
        var file = Path.Combine(artifacts, "publish", project, "release", OperatingSystem.IsWindows() ? $"{project}.exe" : project);
        return new PublishedProgram(output, new Command(file)
        {
            Folder = Folder,
            Environment = new Dictionary<string, string>(_sandbox!.Settings().Concat(_sandbox.SettingsOf("Proposals")), StringComparer.Ordinal),
        });
    }
}

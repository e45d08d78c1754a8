using System.Security.Cryptography;
using Packages.Tests.Support;
using Requirements;
using TestSupport;

[assembly: AssemblyFixture(typeof(PackedSolution))]

namespace Packages.Tests.Support;

/// <summary>
/// The packages of the solution as it is on disk, made as the documentation says: a clean clone, and one command. The clone lies
/// elsewhere, so that other test projects can be built and run meanwhile. Versions are new each time.
/// </summary>
public sealed class PackedSolution : IAsyncDisposable
{
    private const string Solution = "SieSmart.Generated.sln";

    // The analyzers of this repository have looked at the same sources when the solution was built; they change no byte.
    private const string NoAnalyzers = "-p:RunAnalyzers=false";

    private readonly Lazy<Task> _made;

    /// <summary>Nothing is made before <see cref="MakeAsync"/>.</summary>
    public PackedSolution() => _made = new Lazy<Task>(PackAsync);

    /// <summary>A folder outside of the repository that goes away with the tests.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("siesmart-packages-").FullName;

    /// <summary>Where the packages are.</summary>
    public string Feed => Path.Combine(Root, "feed");

    /// <summary>The version of all packages. It is a release's: <c>dotnet add package</c> takes no other unless it is told to.</summary>
    public string Version { get; } = $"{string.Join('.', BuildSettings.VersionPrefix.Split('.')[..2])}.{RandomNumberGenerator.GetInt32(1_000, ushort.MaxValue)}";

    /// <summary>The commit that they were made of.</summary>
    public string Commit { get; private set; } = string.Empty;

    /// <summary>What <c>dotnet pack</c> wrote.</summary>
    public string Output { get; private set; } = string.Empty;

    /// <summary>A clone of the repository, in which the packages were made. What lies beside it is <see cref="Newcomer"/>'s.</summary>
    public string Clone => Path.Combine(Root, "newcomer", "clone");

    private string VersionOption => "-p:VersionPrefix=" + Version;

    private string Repository => Path.Combine(Root, "repository.git");

    /// <summary>Whether this machine can make a clone; where it can't, there are no packages, and <see cref="PackedTests"/> are skipped.</summary>
    public static bool IsPossible => MachineRequirements.Git.Path is not null;

    /// <summary>Makes the packages, once: who needs them waits for it, and tests that don't are not held up.</summary>
    /// <exception cref="InvalidOperationException">That failed.</exception>
    public Task MakeAsync() => _made.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_made.IsValueCreated)
        {
            await _made.Value.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Directory.Delete(Root, recursive: true);
    }

    /// <summary>Makes another clone of the same commit.</summary>
    /// <returns>Its folder.</returns>
    internal async Task<string> CloneAsync(string name)
    {
        var folder = Path.Combine(Root, name);
        await Git("clone", "--quiet", Repository, folder).MustSucceedAsync();
        return folder;
    }

    /// <summary>Builds a project of a clone as the packages were built, for one framework.</summary>
    internal Task<string> BuildAsync(string clone, string project, string framework, params IReadOnlyList<string> options) =>
        Command.DotNet(["build", project, "-c", "Release", "-f", framework, VersionOption, NoAnalyzers, "--nologo", "-v", "quiet", .. options]).In(clone).MustSucceedAsync();

    /// <summary>Opens a package.</summary>
    internal PackageFile Open(string id, string extension = "nupkg") =>
        new(Path.Combine(Feed, $"{id}.{Version}.{extension}"));

    /// <summary>
    /// Makes a folder one that restores these packages. What they need comes from the machine's own packages and sources; they
    /// themselves are kept below the folder of this run, and leave nothing behind.
    /// </summary>
    internal void BeFeedOf(string folder) => File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
        <configuration>
          <packageSources><add key="packed" value="{Feed}" /></packageSources>
          <fallbackPackageFolders><add key="machine" value="{BuildSettings.NuGetPackageRoot}" /></fallbackPackageFolders>
        </configuration>
        """);

    /// <summary>
    /// A command in the clone as somebody types it who has nothing else. NuGet's sources, the templates that are installed and the packages
    /// that are used are kept beside the clone; what packages need comes from the machine's own. A build there goes on with what the packages
    /// were made of: their version, and no analyzers.
    /// </summary>
    internal Command Newcomer(Command command)
    {
        var home = Path.GetDirectoryName(Clone)!;
        File.WriteAllText(Path.Combine(Clone, "Directory.Build.rsp"), $"{VersionOption}\n{NoAnalyzers}\n");
        File.WriteAllText(Path.Combine(home, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{BuildSettings.NuGetPackageRoot}" /></fallbackPackageFolders>
            </configuration>
            """);
        return command with
        {
            Folder = Clone,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["NUGET_PACKAGES"] = Path.Combine(home, "packages"),
                ["DOTNET_CLI_HOME"] = home,
            },
        };
    }

    /// <summary>A command of a project that restores these packages.</summary>
    internal Command Consumer(string folder, params IReadOnlyList<string> arguments) => Consumer(folder, Command.DotNet(arguments));

    /// <summary>Another command in a folder that restores these packages.</summary>
    internal Command Consumer(string folder, Command command) => command with
    {
        Folder = folder,
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["NUGET_PACKAGES"] = Path.Combine(Root, "packages") },
    };

    private async Task PackAsync()
    {
        // What is on disk becomes a commit of a new repository, since the tree need not have one, nor be committed.
        await Git("init", "--quiet", "--bare", Repository).MustSucceedAsync();
        string[] tree = ["--git-dir", Repository, "--work-tree", RepositoryFiles.Root];
        await Git([.. tree, "add", "--all"]).MustSucceedAsync();
        await Git([.. tree, "-c", "user.name=tests", "-c", "user.email=tests@localhost", "commit", "--quiet", "--message", "The tree under test"]).MustSucceedAsync();
        Commit = (await Git("--git-dir", Repository, "rev-parse", "HEAD").MustSucceedAsync()).Trim();

        await CloneAsync(Path.GetRelativePath(Root, Clone));
        Output = await Command.DotNet("pack", Solution, "-o", Feed, VersionOption, NoAnalyzers, "--nologo", "-v", "quiet").In(Clone).MustSucceedAsync();
    }

    // Nobody's hooks, signatures or ignored files.
    private static Command Git(params IReadOnlyList<string> arguments) => new(MachineRequirements.Git.PathOrSkip(), arguments)
    {
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
            ["GIT_CONFIG_NOSYSTEM"] = "1",
        },
    };
}

using Requirements.Chromium;
using Requirements.Cultures;
using Requirements.Kiota;
using Requirements.Mono;
using Requirements.Native;
using Requirements.Programs;

namespace Requirements;

/// <summary>All that tests need beyond the .NET SDK. <c>eng/setup.sh</c> installs it on Debian.</summary>
public static class MachineRequirements
{
    /// <summary>A browser that Playwright can drive. Its path is the executable.</summary>
    public static MachineRequirement Chromium { get; } = new(
        "Chromium",
        "the portal is not used in a real browser",
        new InstallInstructions("apt-get install -y chromium", "winget install Google.Chrome", "brew install --cask google-chrome"),
        () => ChromiumProbe.Find(ChromiumPlaces.Here()));

    /// <summary>Microsoft's own Kiota, as <c>dotnet kiota</c>. Its path is the folder to start it in.</summary>
    public static MachineRequirement KiotaTool { get; } = new(
        "The Kiota tool",
        "no generated client is compared with the one that Kiota makes",
        InstallInstructions.Everywhere("dotnet tool restore"),
        () => KiotaToolProbe.Find(ToolManifest.OfThisRepository()));

    /// <summary>Its path is the program.</summary>
    public static MachineRequirement Git { get; } = new(
        "Git",
        "no packages are made of a clean clone, nor used",
        new InstallInstructions("apt-get install -y git", "winget install Git.Git", "xcode-select --install"),
        () => ProgramProbe.FindOnPath("git"));

    /// <summary>The shell that the documentation's commands are meant for. Its path is the program.</summary>
    public static MachineRequirement Bash { get; } = new(
        "Bash",
        "the documentation's commands are not typed",
        new InstallInstructions("apt-get install -y bash", "winget install Git.Git, with its bin folder on the PATH", "brew install bash"),
        () => ProgramProbe.FindOnPath("bash"));

    /// <summary>Signals between processes, a TZ variable, locks that need not be respected. Its path is the shell.</summary>
    public static MachineRequirement PosixSystem { get; } = new(
        "A POSIX system",
        "signals and the TZ variable are not tried",
        InstallInstructions.Everywhere("wsl --install, and run the tests there"),
        ProgramProbe.FindPosixShell);

    /// <summary>Languages and their rules. Their path is the .NET that knows them.</summary>
    public static MachineRequirement Cultures { get; } = new(
        "ICU",
        "the generator is not run in other cultures",
        new InstallInstructions("apt-get install -y libicu-dev", "winget upgrade Microsoft.DotNet.SDK.10", "brew install icu4c"),
        CulturesProbe.Find);

    /// <summary>What native code is linked with. Its path is the program.</summary>
    public static MachineRequirement NativeLinker { get; } = new(
        "A native linker",
        "no program is published as native code",
        new InstallInstructions("apt-get install -y gcc", "winget install Microsoft.VisualStudio.2022.BuildTools, with its C++ tools", "xcode-select --install"),
        NativeLinkerProbe.Find);

    /// <summary>What runs programs made for .NET Framework where there is none. Its path is the program.</summary>
    public static MachineRequirement Mono { get; } = new(
        "Mono",
        "no program made for .NET Framework is run",
        new InstallInstructions("apt-get install -y mono-devel", "nothing: .NET Framework is part of Windows", "brew install mono"),
        MonoProbe.Find);

    /// <summary>A Redis that tests start for themselves. Its path is the server's program.</summary>
    public static MachineRequirement Redis { get; } = new(
        "Redis",
        "no budget is shared through it",
        new InstallInstructions("apt-get install -y redis-server", "wsl --install, and run the tests there", "brew install redis"),
        () => ProgramProbe.FindOnPath("redis-server"));

    /// <summary>A PostgreSQL that tests start for themselves. Its path is the folder with its programs.</summary>
    public static MachineRequirement PostgreSql { get; } = new(
        "PostgreSQL",
        "no budget is shared through it",
        new InstallInstructions("apt-get install -y postgresql", "wsl --install, and run the tests there", "brew install postgresql"),
        PostgreSqlProbe.Find);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MachineRequirement> All => [Chromium, KiotaTool, Git, Bash, PosixSystem, Cultures, NativeLinker, Mono, Redis, PostgreSql];
}

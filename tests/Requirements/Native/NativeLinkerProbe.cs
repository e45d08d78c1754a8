using Requirements.Programs;

namespace Requirements.Native;

/// <summary>Looks for what .NET links native code with.</summary>
internal static class NativeLinkerProbe
{
    // The order in which .NET itself looks.
    private static readonly string[] Linkers = OperatingSystem.IsMacOS() ? ["clang"] : ["clang", "gcc"];

    public static Finding Find() => OperatingSystem.IsWindows() ? FindVisualStudio() : FindOnPath();

    private static Finding FindOnPath()
    {
        var findings = Linkers.Select(ProgramProbe.FindOnPath).ToList();
        return findings.Find(finding => finding.Path is not null) ?? Finding.Missing($"{string.Join(" and ", findings.Select(finding => finding.Reason.TrimEnd('.')))}.");
    }

    // The linker stands nowhere near the PATH; .NET asks this program for it.
    private static Finding FindVisualStudio()
    {
        var installer = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer", "vswhere.exe");
        return ProgramProbe.IsProgram(installer) ? Finding.At(installer) : Finding.Missing($"there is no {installer}.");
    }
}

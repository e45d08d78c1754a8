using Requirements.Programs;

namespace Requirements.Mono;

/// <summary>Looks for a Mono that runs programs made for .NET Framework.</summary>
internal static class MonoProbe
{
    /// <summary>Looks on the PATH.</summary>
    public static Finding Find()
    {
        var finding = ProgramProbe.FindOnPath("mono");
        return finding.Path is { } path ? WithFacades(path) : finding;
    }

    // Libraries for .NET Standard refer to that, and Debian's mono-runtime comes without it.
    internal static Finding WithFacades(string program)
    {
        var target = File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program;
        var facade = Path.Combine(Path.GetDirectoryName(target)!, "..", "lib", "mono", "4.5", "Facades", "netstandard.dll");
        return File.Exists(facade) ? Finding.At(program) : Finding.Missing($"{program} has no {Path.GetFullPath(facade)}.");
    }
}

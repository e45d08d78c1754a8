using Requirements.Programs;

namespace Requirements.Cultures;

/// <summary>Looks whether .NET can have any culture but the invariant one: on Linux that takes ICU.</summary>
internal static class CulturesProbe
{
    public static Finding Find()
    {
        // Without ICU it ends at once, unless it is told that no culture is wanted.
        ProbeProcess.Run(DotNetHost.Path, ["--version"], Path.GetTempPath(), out var failure, ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"));
        return failure is null ? Finding.At(DotNetHost.Path) : Finding.Missing($".NET does not start with cultures: {failure}.");
    }
}

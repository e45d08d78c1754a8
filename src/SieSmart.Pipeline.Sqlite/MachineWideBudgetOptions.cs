using SieSmart.Pipeline.Sharing;

namespace SieSmart.Pipeline.Sqlite;

/// <summary>How the programs of a machine share a limit.</summary>
public sealed class MachineWideBudgetOptions : SharedBudgetOptions
{
    /// <summary>
    /// Where the file is; null (the default) for a directory of the user who runs the program. Programs that share it must run as the same
    /// user. It must be on a disk of this machine.
    /// </summary>
    public string? Directory { get; set; }
}

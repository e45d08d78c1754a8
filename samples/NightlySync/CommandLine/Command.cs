namespace NightlySync.CommandLine;

internal enum Command
{
    /// <summary>Show how it is used.</summary>
    Help,

    /// <summary>Send the rows of a file.</summary>
    Run,

    /// <summary>Send a made-up file to a sandbox in this process.</summary>
    Demonstrate,

    /// <summary>Settle a row in doubt.</summary>
    Resolve,
}

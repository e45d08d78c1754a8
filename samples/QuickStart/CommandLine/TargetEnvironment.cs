namespace QuickStart.CommandLine;

/// <summary>What to run against. Production is none of them: the data are made up.</summary>
internal enum TargetEnvironment
{
    /// <summary>The test API if credentials are configured, else a sandbox.</summary>
    Any,

    /// <summary>A sandbox in this process.</summary>
    Sandbox,

    /// <summary>The real test API, with credentials from user secrets or environment variables.</summary>
    Test,
}

namespace Requirements.Programs;

/// <summary>The .NET that runs the tests.</summary>
public static class DotNetHost
{
    /// <summary>How to start it: it need not be on the PATH.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}

using SieSmart.Client;
using SieSmart.Sandbox;
using SieSmart.Testing;

namespace Documentation.Tests.Running;

/// <summary>Where the options that an example writes lead: public, since examples are assemblies of their own.</summary>
public static class ExampleSandbox
{
    private static readonly AsyncLocal<SandboxServer?> Current = new();

    /// <summary>Points options that an example has written to the sandbox of the test that runs it.</summary>
    public static SieSmartClientOptions Point(SieSmartClientOptions options)
    {
        var sandbox = Current.Value ?? throw new InvalidOperationException("An example runs without a sandbox. Run it by ExampleProgram.RunAsync.");
        sandbox.Configure(options);
        return options;
    }

    internal static void Use(SandboxServer sandbox) => Current.Value = sandbox;
}

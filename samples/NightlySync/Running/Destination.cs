using SieSmart.Client;

namespace NightlySync.Running;

/// <summary>Where a run writes, as a person reads it.</summary>
internal static class Destination
{
    /// <summary>The API and the account, without secrets: what a journal belongs to.</summary>
    public static string Of(SieSmartClientOptions options) => $"{options.BaseAddress?.AbsoluteUri ?? options.Environment.ToString()}, client id {options.ClientId}";

    /// <summary>The environment in words: what is created in the live system is real business.</summary>
    public static string Describe(SieSmartClientOptions options) => (options.BaseAddress, options.Environment) switch
    {
        ({ } address, _) => address.AbsoluteUri,
        (null, SieSmartEnvironment.Production) => "PRODUCTION: what is created there is real",
        _ => "the test environment of SieSmart",
    };
}

namespace SieSmart.Client;

/// <summary>Where an environment's API and its tokens are.</summary>
internal sealed class SieSmartEndpoints(Uri baseAddress, Uri tokenEndpoint)
{
    private static readonly SieSmartEndpoints Test = new(
        new Uri("https://api-test.sfs.siemens.cloud/siesmart/b2b/v1"),
        new Uri("https://sfs-q-001.siemens-sfs.auth0app.com/oauth/token"));

    private static readonly SieSmartEndpoints Production = new(
        new Uri("https://api.sfs.siemens.cloud/siesmart/b2b/v1"),
        new Uri("https://sfs-p-001.siemens-sfs.auth0app.com/oauth/token"));

    public Uri BaseAddress => baseAddress;

    public Uri TokenEndpoint => tokenEndpoint;

    /// <summary>The environment's own addresses, with the options' overrides.</summary>
    public static SieSmartEndpoints Of(SieSmartClientOptions options)
    {
        var known = options.Environment == SieSmartEnvironment.Production ? Production : Test;
        return new SieSmartEndpoints(options.BaseAddress ?? known.BaseAddress, options.TokenEndpoint ?? known.TokenEndpoint);
    }

    /// <summary>The environment that the API's host belongs to, if it is one of the vendor's.</summary>
    public SieSmartEnvironment? EnvironmentOfApi => Match(BaseAddress, static known => known.BaseAddress);

    /// <summary>The environment that the token endpoint's host belongs to, if it is one of the vendor's.</summary>
    public SieSmartEnvironment? EnvironmentOfTokens => Match(TokenEndpoint, static known => known.TokenEndpoint);

    private static SieSmartEnvironment? Match(Uri address, Func<SieSmartEndpoints, Uri> select)
    {
        if (HaveSameHost(address, select(Test)))
        {
            return SieSmartEnvironment.Test;
        }

        return HaveSameHost(address, select(Production)) ? SieSmartEnvironment.Production : null;
    }

    private static bool HaveSameHost(Uri one, Uri other) => string.Equals(one.Host, other.Host, StringComparison.OrdinalIgnoreCase);
}

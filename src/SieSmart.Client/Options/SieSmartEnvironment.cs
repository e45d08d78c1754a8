namespace SieSmart.Client;

/// <summary>One of the two installations of the SieSmart API. Credentials are valid in one of them only.</summary>
public enum SieSmartEnvironment
{
    /// <summary>The playground, <c>https://api-test.sfs.siemens.cloud</c>; its data are wiped by regular database refreshes.</summary>
    Test,

    /// <summary>The live system, <c>https://api.sfs.siemens.cloud</c>; it is wired to real systems such as credit search engines.</summary>
    Production,
}

namespace SieSmart.Pipeline.Sharing.Tokens;

/// <summary>That a client of a container shares its token.</summary>
/// <param name="HttpClientName">Which client, by the name of its HttpClient.</param>
/// <param name="CreateProtector">Makes what encrypts it.</param>
/// <param name="CreateStore">Makes where it lies; null for where the client's budget does.</param>
internal sealed record SharedTokenRegistration(
    string HttpClientName,
    Func<IServiceProvider, ITokenProtector> CreateProtector,
    Func<IServiceProvider, ISharedTokenStore>? CreateStore);

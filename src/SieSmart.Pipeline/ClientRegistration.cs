namespace SieSmart.Pipeline;

/// <summary>A client of a container.</summary>
/// <param name="ClientType">The generated client.</param>
/// <param name="Identity">Which client it is.</param>
/// <param name="Name">The name of its options; empty for the unnamed one.</param>
/// <param name="Key">Its service key; null for the one without.</param>
/// <param name="HttpClientName">The name of its HttpClient, which no other client of the container has.</param>
/// <param name="TokenHttpClientName">The name of the HttpClient that asks for tokens.</param>
/// <param name="ReadOptions">Finds what reads the valid options as they are now, the same instance until they change.</param>
internal sealed record ClientRegistration(
    Type ClientType,
    ClientIdentity Identity,
    string Name,
    string? Key,
    string HttpClientName,
    string TokenHttpClientName,
    Func<IServiceProvider, Func<OpenApiClientOptions>> ReadOptions);

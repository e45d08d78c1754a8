using SieSmart.Runtime;

namespace SieSmart.Pipeline;

/// <summary>
/// What an API's document says of how it is reached, for options that say nothing else. The generator makes one of each document, for the
/// client's own registration method.
/// </summary>
public sealed record ClientDefaults
{
    /// <summary>The address of the document's first server; null (the default) where it names none that is whole.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>Where tokens come from, by the scheme whose flow is <c>clientCredentials</c>; null (the default) without one.</summary>
    public Uri? TokenEndpoint { get; init; }

    /// <summary>The scopes that the document asks for, separated by spaces; null (the default) for none.</summary>
    public string? Scope { get; init; }

    /// <summary>The keys that go with each request, in the document's order; none by default.</summary>
    public IReadOnlyList<ApiKeyScheme> ApiKeys { get; init; } = [];

    /// <summary>How many requests may be sent in a <see cref="Window"/>, at least 1; null (the default) where the document names no limit.</summary>
    public int? Permits { get; init; }

    /// <summary>The window of <see cref="Permits"/>; 1 minute by default.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The client's operations, by which requests made by hand are held to If-Match, too; none by default.</summary>
    public IReadOnlyList<OperationDescription> Operations { get; init; } = [];

    /// <summary>Before anything else sets options: configuration and code can then say otherwise.</summary>
    internal void Begin(OpenApiClientOptions options)
    {
        options.BaseAddress ??= BaseAddress;
        options.RateLimit ??= Permits is { } permits ? new RateLimitOptions { Permits = permits, Window = Window } : null;
        options.Operations = options.Operations.Count > 0 ? options.Operations : Operations;
    }

    /// <summary>
    /// After everything else: of several schemes the application takes those that it has credentials for, and only then is it known
    /// which details are missing.
    /// </summary>
    internal void Complete(OpenApiClientOptions options)
    {
        if (options.Authentication.ClientCredentials is { } credentials)
        {
            credentials.TokenEndpoint ??= TokenEndpoint;
            credentials.Scope ??= Scope;
        }

        foreach (var (key, scheme) in options.Authentication.ApiKeys.Zip(ApiKeys, (key, scheme) => (key, scheme)))
        {
            if (key.Name is null)
            {
                key.Name = scheme.Name;
                key.Place = scheme.Place;
            }
        }
    }
}

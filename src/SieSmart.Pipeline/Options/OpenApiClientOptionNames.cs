namespace SieSmart.Pipeline;

/// <summary>The names of the options that a configuration can set, by the section that they stand in.</summary>
internal static class OpenApiClientOptionNames
{
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [""] =
        [
            nameof(OpenApiClientOptions.BaseAddress),
            nameof(OpenApiClientOptions.Authentication),
            nameof(OpenApiClientOptions.RateLimit),
            nameof(OpenApiClientOptions.Priority),
            nameof(OpenApiClientOptions.QueueTimeout),
            nameof(OpenApiClientOptions.AttemptTimeout),
            nameof(OpenApiClientOptions.TotalTimeout),
            nameof(OpenApiClientOptions.MaxRetries),
            nameof(OpenApiClientOptions.MaxResponseBytes),
            nameof(OpenApiClientOptions.TraceIdHeader),
            nameof(OpenApiClientOptions.KeepHostHandlers),
            nameof(OpenApiClientOptions.MeasureRequests),
            nameof(OpenApiClientOptions.SuppressHttpSpans),
            nameof(OpenApiClientOptions.ApplicationId),
            nameof(OpenApiClientOptions.Installation),
        ],
        ["RateLimit"] = [nameof(RateLimitOptions.Permits), nameof(RateLimitOptions.Window), nameof(RateLimitOptions.QueueLimit)],
        ["Authentication"] =
        [
            nameof(AuthenticationOptions.ClientCredentials),
            nameof(AuthenticationOptions.ApiKeys),
            nameof(AuthenticationOptions.AllowAnonymous),
        ],
        ["Authentication:ClientCredentials"] =
        [
            nameof(ClientCredentialsOptions.TokenEndpoint),
            nameof(ClientCredentialsOptions.ClientId),
            nameof(ClientCredentialsOptions.ClientSecret),
            nameof(ClientCredentialsOptions.Scope),
            nameof(ClientCredentialsOptions.Audience),
            nameof(ClientCredentialsOptions.Format),
            nameof(ClientCredentialsOptions.Place),
        ],
        // The items of a list are numbered.
        ["Authentication:ApiKeys"] = [],
        ["Authentication:ApiKeys:*"] = [nameof(ApiKeyOptions.Name), nameof(ApiKeyOptions.Place), nameof(ApiKeyOptions.Value)],
    };
}

using SieSmart.Client.Errors;
using SieSmart.Pipeline;

namespace SieSmart.Client;

/// <summary>What the pipeline needs to know of SieSmart.</summary>
internal static class SieSmartClientDefinition
{
    /// <summary>The response header that identifies a request towards the vendor's support.</summary>
    private const string TraceIdHeader = "X-B2B-TRACE-ID";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static ClientDefinition<SieSmartClient, SieSmartClientOptions> Instance { get; } =
        new("SieSmart", adapter => new SieSmartClient(adapter), Translate)
        {
            TelemetryName = "SieSmart.Client",
            TelemetryPrefix = "siesmart",
            Settings = new ClientSettingNames(
                installation: Setting(nameof(SieSmartClientOptions.Environment)),
                tokenEndpoint: Setting(nameof(SieSmartClientOptions.TokenEndpoint)),
                clientId: Setting(nameof(SieSmartClientOptions.ClientId)),
                clientSecret: Setting(nameof(SieSmartClientOptions.ClientSecret))),
        };

    private static OpenApiClientOptions Translate(SieSmartClientOptions options)
    {
        var endpoints = SieSmartEndpoints.Of(options);
        return new OpenApiClientOptions
        {
            BaseAddress = endpoints.BaseAddress,
            Authentication = { ClientCredentials = CredentialsOf(options, endpoints.TokenEndpoint) },
            RateLimit = new RateLimitOptions { Permits = options.RequestsPerMinute, Window = Window, QueueLimit = options.QueueLimit },
            Budget = options.Budget,
            Priority = options.Priority,
            QueueTimeout = options.QueueTimeout,
            AttemptTimeout = options.AttemptTimeout,
            TotalTimeout = options.TotalTimeout,
            MaxRetries = options.MaxRetries,
            MaxResponseBytes = options.MaxResponseBytes,
            KeepHostHandlers = options.KeepHostHandlers,
            ApplicationId = options.ApplicationId,
            MeasureRequests = options.MeasureRequests,
            SuppressHttpSpans = options.SuppressHttpSpans,
            TraceIdHeader = TraceIdHeader,
            Operations = SieSmartClientOperations.All,
            Advice = new FailureAdvice(options.Environment).For,
            FieldErrors = FieldErrors.Of,
            Installation = options.Environment.ToString(),
        };
    }

    /// <summary>The token call of the vendor's identity provider: a JSON object with the credentials and the audience in it.</summary>
    private static ClientCredentialsOptions CredentialsOf(SieSmartClientOptions options, Uri tokenEndpoint) => new()
    {
        TokenEndpoint = tokenEndpoint,
        ClientId = options.ClientId,
        ClientSecret = options.ClientSecret,
        Audience = options.Audience,
        Format = TokenRequestFormat.Json,
    };

    private static string Setting(string option) => $"{SieSmartClientOptions.SectionName}:{option}";
}

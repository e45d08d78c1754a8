namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>The names of the extensions that the generator reads.</summary>
internal static class Extensions
{
    public const string IfMatch = "x-if-match";
    public const string IfMatchDefault = "x-if-match-default";
    public const string RateLimit = "x-rate-limit";
    public const string TraceIdHeader = "x-trace-id-header";
    public const string Suppress = "x-suppress";
    public const string VersionScope = "x-version-scope";
    public const string Provenance = "x-provenance";
    public const string PathProvenance = "x-path-provenance";
    public const string ProvenanceSource = "x-provenance-source";
    public const string KnownValues = "x-known-values";
    public const string Retry = "x-retry";
    public const string PrimaryErrorMessage = "x-ms-primary-error-message";
    public const string Enum = "x-ms-enum";
    public const string EnumFlags = "x-ms-enum-flags";
    public const string Deprecation = "x-ms-deprecation";
    public const string ReservedParameter = "x-ms-reserved-parameter";
}

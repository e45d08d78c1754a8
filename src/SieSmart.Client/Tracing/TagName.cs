namespace SieSmart.Client.Tracing;

/// <summary>
/// What tags of spans and metrics are called: OpenTelemetry's semantic conventions for HTTP where they have a name, else one of
/// our own.
/// </summary>
internal static class TagName
{
    public const string Method = "http.request.method";
    public const string ResendCount = "http.request.resend_count";
    public const string StatusCode = "http.response.status_code";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string Url = "url.full";
    public const string UrlTemplate = "url.template";
    public const string OperationId = "siesmart.operation.id";
    public const string TraceId = "siesmart.trace_id";
    public const string Attempts = "siesmart.attempts";
    public const string Priority = "siesmart.priority";
    public const string RetryReason = "siesmart.retry.reason";
    public const string HasRetryAfter = "siesmart.retry_after.given";
}

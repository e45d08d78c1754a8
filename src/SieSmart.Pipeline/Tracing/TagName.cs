namespace SieSmart.Pipeline.Tracing;

/// <summary>
/// What tags of spans and metrics are called that OpenTelemetry's semantic conventions for HTTP have a name for; all others are
/// <see cref="OwnTagNames"/>.
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
}

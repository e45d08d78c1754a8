namespace SieSmart.Client.Tracing;

internal static class TraceIdHeader
{
    /// <summary>The response header that identifies a request towards the vendor's support.</summary>
    public const string Name = "X-B2B-TRACE-ID";
}

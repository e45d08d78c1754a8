namespace SieSmart.Client.Benchmarks;

/// <summary>How all variants reach a server.</summary>
internal static class Network
{
    /// <summary>A transport of a variant's own, as pipelines require it.</summary>
    public static SocketsHttpHandler CreateTransport() => new() { AllowAutoRedirect = false, UseCookies = false };
}

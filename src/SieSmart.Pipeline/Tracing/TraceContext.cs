using System.Diagnostics;

namespace SieSmart.Pipeline.Tracing;

/// <summary>Tells the server which span a request belongs to, where the transport doesn't.</summary>
internal static class TraceContext
{
    /// <summary>Writes the headers of the span that is current now, as the application's propagator has them; what stands there stays.</summary>
    public static void Inject(HttpRequestMessage request) => DistributedContextPropagator.Current.Inject(
        Activity.Current,
        request,
        static (carrier, name, value) =>
        {
            var headers = ((HttpRequestMessage)carrier!).Headers;
            if (!headers.Contains(name))
            {
                headers.TryAddWithoutValidation(name, value);
            }
        });
}

using System.Net;

namespace FleetDemo.Working;

/// <summary>Counts requests, and how many of them the API refuses. A handler of the client's builder sees each attempt of a call.</summary>
internal sealed class AttemptCounter : DelegatingHandler
{
    private readonly Counts _counts;

    public AttemptCounter(Counts counts) => _counts = counts;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _counts.BeginAttempt();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                _counts.NoteRefusal();
            }

            return response;
        }
        finally
        {
            _counts.EndAttempt();
        }
    }
}

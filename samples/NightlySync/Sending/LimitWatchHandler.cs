namespace NightlySync.Sending;

/// <summary>Tells the watch of each answer.</summary>
internal sealed class LimitWatchHandler(LimitWatch watch) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            watch.NoteAnswer();
        }
    }
}

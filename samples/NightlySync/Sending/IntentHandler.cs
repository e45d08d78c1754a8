using System.Net;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
using NightlySync.Journal;

namespace NightlySync.Sending;

/// <summary>
/// Writes down that a row is about to be sent, and lets its request leave once that is on the disk. It sits next to the wire,
/// behind the client's waits for its turn and for a token: a row that only waits is not in doubt when the process is killed.
/// </summary>
internal sealed class IntentHandler(IntentJournal journal) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.GetRequestOption<RowInFlight>() is not { } row)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        if (!row.TryDepart())
        {
            throw new RunStoppedException();
        }

        journal.Append(JournalEvent.Sending, row.Row.Reference, row.Row.Fingerprint);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized)
        {
            row.ComeBack();
        }

        return response;
    }
}

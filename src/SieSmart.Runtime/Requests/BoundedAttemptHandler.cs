using System.Buffers;
using System.Globalization;
using SieSmart.Runtime.Sending;

namespace SieSmart.Runtime;

/// <summary>
/// Bounds one attempt: its time, from sending the request to the end of the answer, and the size of the answer, which it reads
/// into memory. Belongs right outside of the <see cref="OperationContextHandler"/>, inside every handler that waits.
/// </summary>
/// <remarks>
/// An answer that breaks off thus fails inside the pipeline, where it can be told from one that was complete. Where the
/// status says failure already, a body that can't be read is left out: the status is what counts. Time that runs out is a
/// <see cref="TimeoutException"/>. Holds no state of its own, so one instance serves concurrent requests.
/// </remarks>
public sealed class BoundedAttemptHandler : DelegatingHandler
{
    private const int ChunkLength = 16 * 1024;
    private const int LongestBeforeItComes = 64 * 1024;

    private readonly TimeSpan _timeout;
    private readonly int _maxResponseBytes;
    private readonly Deadlines _deadlines;

    /// <summary>Creates the handler.</summary>
    /// <param name="timeout">How long an attempt may take, more than zero.</param>
    /// <param name="maxResponseBytes">The largest body that is read, in bytes, 1 or more.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public BoundedAttemptHandler(TimeSpan timeout, int maxResponseBytes, TimeProvider? timeProvider = null)
    {
        _timeout = timeout > TimeSpan.Zero
            ? timeout
            : throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The time limit of an attempt must be more than zero.");
        _maxResponseBytes = maxResponseBytes >= 1
            ? maxResponseBytes
            : throw new ArgumentOutOfRangeException(nameof(maxResponseBytes), maxResponseBytes, "The size limit of an answer must be 1 byte or more.");
        _deadlines = new Deadlines(timeProvider ?? TimeProvider.System, timeout);
    }

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">The attempt took too long.</exception>
    /// <exception cref="InvalidDataException">The body of a successful answer is too large.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = OperationContext.Of(request);
        if (context is not null)
        {
            context.KeepsAnswers = true;
        }

        var deadline = _deadlines.Begin(cancellationToken);
        Task<HttpResponseMessage> sending;
        try
        {
            sending = base.SendAsync(request, deadline.Token);
        }
        catch (Exception exception)
        {
            sending = Task.FromException<HttpResponseMessage>(exception);
        }

        if (sending.Status == TaskStatus.RanToCompletion && HasNoBody(sending.Result))
        {
            context?.Keep(new AnswerBody(request, new ArraySegment<byte>([])));
            deadline.Dispose();
            return sending;
        }

        return FinishAsync(sending, request, context, deadline, cancellationToken);
    }

    private static bool HasNoBody(HttpResponseMessage response) => response.Content is null || EmptyBody.Is(response.Content);

    private async Task<HttpResponseMessage> FinishAsync(
        Task<HttpResponseMessage> sending,
        HttpRequestMessage request,
        OperationContext? context,
        Deadline deadline,
        CancellationToken callersToken)
    {
        using (deadline)
        {
            try
            {
                var response = await sending.ConfigureAwait(false);
                if (response.Content is { } content)
                {
                    await BufferAsync(response, content, request, context, deadline.Token, callersToken).ConfigureAwait(false);
                }

                return response;
            }
            catch (Exception exception) when (deadline.HasPassed
                && exception is OperationCanceledException or IOException or ObjectDisposedException)
            {
                throw new TimeoutException($"The attempt was given up after {_timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s.", exception);
            }
        }
    }

    private async ValueTask BufferAsync(
        HttpResponseMessage response,
        HttpContent content,
        HttpRequestMessage request,
        OperationContext? context,
        CancellationToken cancellationToken,
        CancellationToken callersToken)
    {
        // Kept until the call has ended, who keeps it knows when. What is left out or masked is another matter.
        var isPooled = context is { IsInCall: true } && response.IsSuccessStatusCode;
        ArraySegment<byte> body;
        try
        {
            body = await ReadAsync(response, content, isPooled, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!response.IsSuccessStatusCode && !callersToken.IsCancellationRequested)
        {
            body = new ArraySegment<byte>([]);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        // Proxies put the request into their pages, and APIs into their errors; its secrets must not get any further.
        var isText = IsText(content, response.IsSuccessStatusCode);
        var masked = isText || !response.IsSuccessStatusCode ? SecretMask.Apply(body, request) : body;
        var buffered = BufferedBody.InPlaceOf(content, response.IsSuccessStatusCode ? body : masked, isPooled && body.Count > 0);
        response.Content = buffered;
        if (context is not null)
        {
            context.ResponseExcerpt = isText ? AnswerBody.Excerpt(masked) : null;
            context.Keep(new AnswerBody(request, body), buffered);
        }
    }

    private async ValueTask<ArraySegment<byte>> ReadAsync(HttpResponseMessage response, HttpContent content, bool isPooled, CancellationToken cancellationToken)
    {
        var claimed = content.Headers.ContentLength;
        if (claimed > _maxResponseBytes)
        {
            throw TooLarge();
        }

#if NET8_0_OR_GREATER
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        // A read of nothing ends when there is something; where a stream can't wait so, the next one does.
        _ = await stream.ReadAsync(Memory<byte>.Empty, cancellationToken).ConfigureAwait(false);
#else
        // Older transports take no token while they read: closing the response ends the wait.
        using var registration = cancellationToken.Register(response.Dispose);
        var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        // What is claimed costs nothing before it comes.
        var buffer = ArrayPool<byte>.Shared.Rent(claimed is > 0 and < LongestBeforeItComes ? (int)claimed + 1 : ChunkLength);
        var isKept = false;
        var length = 0;
        try
        {
            int count;
#if NET8_0_OR_GREATER
            while ((count = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
#else
            while ((count = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false)) > 0)
#endif
            {
                length += count;
                if (length > _maxResponseBytes)
                {
                    throw TooLarge();
                }

                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, length);
                }
            }

            isKept = isPooled && length > 0;
            return isKept ? new ArraySegment<byte>(buffer, 0, length) : new ArraySegment<byte>(buffer.AsSpan(0, length).ToArray());
        }
        finally
        {
            if (!isKept)
            {
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            }
        }
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(2 * length));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return larger;
    }

    /// <summary>A page or a line of text where the API would have answered in its own format.</summary>
    private static bool IsText(HttpContent content, bool isSuccess) =>
        PlainJson.TypeOf(content) is null
        && content.Headers.ContentType?.MediaType is { } type
        && (MediaRange.IsHtml(type) || (!isSuccess && type.Equals("text/plain", StringComparison.OrdinalIgnoreCase)));

    private InvalidDataException TooLarge() =>
        new($"The answer is larger than the {_maxResponseBytes.ToString(CultureInfo.InvariantCulture)} bytes that are read.");
}

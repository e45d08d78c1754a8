using System.Buffers;
using System.Globalization;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
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
    private readonly TimeProvider _timeProvider;

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
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">The attempt took too long.</exception>
    /// <exception cref="InvalidDataException">The body of a successful answer is too large.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.GetRequestOption<OperationContext>() is { } operation)
        {
            operation.KeepsAnswers = true;
        }

        using var deadline = new Deadline(_timeProvider, _timeout, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, deadline.Token).ConfigureAwait(false);
            await BufferAsync(response, request, deadline.Token, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (Exception exception) when (deadline.HasPassed
            && exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            throw new TimeoutException($"The attempt was given up after {_timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s.", exception);
        }
    }

    private async Task BufferAsync(
        HttpResponseMessage response,
        HttpRequestMessage request,
        CancellationToken cancellationToken,
        CancellationToken callersToken)
    {
        var content = response.Content;
        if (content is null)
        {
            return;
        }

        ArraySegment<byte> body;
        try
        {
            body = await ReadAsync(response, content, cancellationToken).ConfigureAwait(false);
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
        if (request.GetRequestOption<OperationContext>() is { } context)
        {
            context.ResponseExcerpt = isText ? AnswerBody.Excerpt(masked) : null;
            context.Keep(new AnswerBody(request, body));
        }

        body = response.IsSuccessStatusCode ? body : masked;
        response.Content = BufferedBody.InPlaceOf(content, body);
    }

    private async Task<ArraySegment<byte>> ReadAsync(HttpResponseMessage response, HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > _maxResponseBytes)
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
        var claimed = (int)Math.Min(content.Headers.ContentLength ?? 0, LongestBeforeItComes);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(claimed + 1, ChunkLength));
        var length = 0;
        try
        {
            int count;
#pragma warning disable CA1835 // The overload with memory doesn't exist in netstandard2.0.
            while ((count = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false)) > 0)
#pragma warning restore CA1835
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

            return new ArraySegment<byte>(buffer.AsSpan(0, length).ToArray());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
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
        content.Headers.ContentType?.MediaType is { } type
        && (MediaRange.IsHtml(type) || (!isSuccess && type.Equals("text/plain", StringComparison.OrdinalIgnoreCase)));

    private InvalidDataException TooLarge() =>
        new($"The answer is larger than the {_maxResponseBytes.ToString(CultureInfo.InvariantCulture)} bytes that are read.");
}

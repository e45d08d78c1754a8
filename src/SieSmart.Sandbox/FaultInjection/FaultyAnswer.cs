using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Tracing;

namespace SieSmart.Sandbox.FaultInjection;

/// <summary>Carries a request out, holds its answer back, and lets it go wrong.</summary>
internal sealed class FaultyAnswer(HttpContext context, Fault fault, TimeProvider timeProvider)
{
    private static readonly ReadOnlyMemory<byte> Padding = Enumerable.Repeat((byte)' ', 64 * 1024).ToArray();

    private readonly RequestTrace _trace = RequestTrace.Of(context);

    public async Task RunAsync(RequestDelegate next)
    {
        var (body, refusal) = await CarryOutAsync(next).ConfigureAwait(false);
        _trace.WasCarriedOut = refusal is null && context.Response.StatusCode < StatusCodes.Status400BadRequest;
        switch (fault.Kind)
        {
            case FaultKind.Latency:
                await WaitAsync().ConfigureAwait(false);
                break;
            case FaultKind.Dropped:
                _trace.Drop(context);
                return;
            case FaultKind.Closed:
                await _trace.CloseAsync(context).ConfigureAwait(false);
                return;
            case FaultKind.Status:
                context.Response.Headers.ETag = default;
                context.Response.ContentLength = null;
                throw new RequestRefusedException(
                    (int)fault.StatusCode, "FAULT_ON_PURPOSE", "The sandbox was told to fail this request once it was carried out.");
            case FaultKind.HtmlPage:
                await HtmlPage.WriteAsync(context).ConfigureAwait(false);
                return;
            default:
                break;
        }

        if (refusal is not null)
        {
            throw refusal;
        }

        await WriteAsync(body).ConfigureAwait(false);
    }

    private async Task<(ReadOnlyMemory<byte> Body, RequestRefusedException? Refusal)> CarryOutAsync(RequestDelegate next)
    {
        var wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context).ConfigureAwait(false);
            return (held.ToArray(), null);
        }
        catch (RequestRefusedException refusal)
        {
            return (default, refusal);
        }
        finally
        {
            context.Response.Body = wire;
        }
    }

    /// <summary>The request ends before that: who gives up waiting may ask for it right after.</summary>
    private Task WaitAsync()
    {
        if (_trace.WasCarriedOut == true)
        {
            _trace.End();
        }

        return Task.Delay(fault.Delay, timeProvider, context.RequestAborted);
    }

    private Task WriteAsync(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return Task.CompletedTask;
        }

        context.Response.ContentLength = body.Length;
        return fault.Kind switch
        {
            FaultKind.DroppedInBody => DropAfterHalfAsync(body),
            FaultKind.TruncatedBody => TruncateAsync(body),
            FaultKind.WrongContentType => RetypeAsync(body),
            FaultKind.LargeBody => PadAsync(body),
            FaultKind.SlowBody => TrickleAsync(body),
            _ => SendAsync(body),
        };
    }

    private async Task DropAfterHalfAsync(ReadOnlyMemory<byte> body)
    {
        await SendAsync(body[..(body.Length / 2)]).ConfigureAwait(false);
        context.Abort();
    }

    private Task TruncateAsync(ReadOnlyMemory<byte> body)
    {
        var half = body[..(body.Length / 2)];
        context.Response.ContentLength = half.Length;
        return SendAsync(half);
    }

    private Task RetypeAsync(ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = fault.ContentType;
        return SendAsync(body);
    }

    private async Task PadAsync(ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = null;
        await SendAsync(body).ConfigureAwait(false);
        for (var missing = fault.Bytes - body.Length; missing > 0; missing -= Padding.Length)
        {
            await SendAsync(Padding[..(int)Math.Min(missing, Padding.Length)]).ConfigureAwait(false);
        }
    }

    private async Task TrickleAsync(ReadOnlyMemory<byte> body)
    {
        var pause = fault.Delay / body.Length;
        for (var index = 0; index < body.Length; index++)
        {
            await SendAsync(body.Slice(index, 1)).ConfigureAwait(false);
            await Task.Delay(pause, timeProvider, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> part)
    {
        await context.Response.Body.WriteAsync(part, context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}

using System.Net;
using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Faults;

namespace SieSmart.Sandbox.RateLimiting;

/// <summary>Answers 429 to an IP address that sends too much.</summary>
internal sealed class RateLimitMiddleware(SandboxOptions options)
{
    private const int AddressesToRemember = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, SlidingWindow> _windows = [];

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!ApiPath.IsApi(context.Request.Path))
        {
            return next(context);
        }

        var wait = Arrive(context.Connection.RemoteIpAddress ?? IPAddress.None);
        if (wait == TimeSpan.Zero)
        {
            return next(context);
        }

        RetryAfterHeader.Write(context.Response, options.RetryAfter, wait, options.TimeProvider);
        throw new RequestRefusedException(
            StatusCodes.Status429TooManyRequests,
            "RATE_LIMIT_REACHED",
            $"More than {options.RequestsPerWindow} requests within {options.RateLimitWindow} from one address.");
    }

    private TimeSpan Arrive(IPAddress address)
    {
        lock (_gate)
        {
            // Read in here: the window takes arrivals in the order of their times, and a thread may pause in between.
            var now = options.TimeProvider.GetUtcNow();
            if (!_windows.TryGetValue(address, out var window))
            {
                Forget(now);
                window = new SlidingWindow(options.RequestsPerWindow, options.RateLimitWindow);
                _windows.Add(address, window);
            }

            return window.Arrive(now);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        if (_windows.Count < AddressesToRemember)
        {
            return;
        }

        foreach (var (address, window) in _windows)
        {
            if (now - window.LastArrival >= options.RateLimitWindow)
            {
                _windows.Remove(address);
            }
        }
    }
}

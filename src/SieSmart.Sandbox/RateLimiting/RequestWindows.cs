using System.Net;

namespace SieSmart.Sandbox.RateLimiting;

/// <summary>What each IP address has sent within the window. Thread-safe.</summary>
internal sealed class RequestWindows(SandboxOptions options)
{
    private const int AddressesToRemember = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, SlidingWindow> _windows = [];

    /// <summary>Counts a request.</summary>
    /// <returns>Zero if it is permitted, else how long nothing may arrive before one is permitted again.</returns>
    public TimeSpan Arrive(IPAddress address)
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

    /// <summary>What each address has used of its window, and when the next request comes free; those that used nothing are left out.</summary>
    public IReadOnlyList<WindowUse> Used()
    {
        lock (_gate)
        {
            var now = options.TimeProvider.GetUtcNow();
            return
            [
                .. from window in _windows
                   let used = window.Value.Used(now)
                   where used.Count > 0
                   select new WindowUse(window.Key, used.Count, used.NextFree),
            ];
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

using System.Globalization;
using System.Net;
using Reliability.Tests.Fixtures;
using Reliability.Tests.StockPipeline;
using SieSmart.Runtime;
using SieSmart.Sandbox.Faults;

namespace Reliability.Tests.TimeZones;

/// <summary>A Retry-After date is meant in GMT, wherever the client runs.</summary>
[Collection(LocalTimeZoneDefinition.Name)]
public sealed class RetryAfterTests
{
    private const string Utc = "UTC";
    private const string Berlin = "Europe/Berlin";

    /// <summary>A wait of two minutes and of a few seconds is what shows both mistakes of the stock pipeline.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(121);

    private static readonly TimeSpan MuchLess = TimeSpan.FromSeconds(60);

    /// <summary>A busy machine adds real time, of which a fast clock makes much.</summary>
    private static readonly TimeSpan MuchMore = TimeSpan.FromMinutes(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, RetryAfterForm> Answers
    {
        get
        {
            var data = new TheoryData<string, int, RetryAfterForm>();
            foreach (var zone in new[] { Utc, Berlin })
            {
                foreach (var status in new[] { 429, 503 })
                {
                    data.Add(zone, status, RetryAfterForm.Seconds);
                    data.Add(zone, status, RetryAfterForm.Date);
                }
            }

            return data;
        }
    }

    [Theory]
    [InlineData(Utc)]
    [InlineData(Berlin)]
    public async Task Stock_comes_back_long_before_the_date(string zone)
    {
        using var local = new LocalTimeZone(zone);
        await using var stock = await StockSession.StartAsync(retryDelay: 1);
        stock.Sandbox.Faults.Enqueue(Fault.TooManyRequests(Wait, RetryAfterForm.Date));

        var started = TimeProvider.System.GetTimestamp();
        await stock.Client.Common.Offices.GetAsync(cancellationToken: Cancellation);

        Assert.True(TimeProvider.System.GetElapsedTime(started) < MuchLess);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task This_client_waits_as_long_as_it_is_told(string zone, int status, RetryAfterForm form)
    {
        using var local = new LocalTimeZone(zone);
        await using var session = await Session.StartAsync(new FastTimeProvider(50, longestWait: 2 * Wait), options =>
        {
            options.AttemptTimeout = MuchMore;
            options.QueueTimeout = MuchMore;
            options.TotalTimeout = MuchMore;
        });
        var context = new OperationContext();
        session.Sandbox.Faults.Enqueue(Fault.Status((HttpStatusCode)status, Wait, form));

        await session.Client.Common.Offices.GetAsync(request => request.Options.Add(context), Cancellation);

        Assert.Equal(2, context.Attempts);
        Assert.InRange(context.Elapsed!.Value, Wait - TimeSpan.FromSeconds(1), MuchMore);
    }

    [Theory]
    [InlineData(Utc)]
    [InlineData(Berlin)]
    public async Task A_caller_is_told_how_long_to_wait(string zone)
    {
        using var local = new LocalTimeZone(zone);
        await using var session = await Session.StartAsync(configure: options => options.MaxRetries = 0);
        session.Sandbox.Faults.Enqueue(Fault.TooManyRequests(Wait, RetryAfterForm.Date));

        var failure = await Assert.ThrowsAsync<RateLimitExceededException>(() => session.Client.Common.Offices.GetAsync(cancellationToken: Cancellation));

        // The server's dates are to the second, and the one that says when it answered is late on a busy machine.
        Assert.InRange(failure.RetryAfter!.Value, Wait - TimeSpan.FromSeconds(1), Wait + TimeSpan.FromSeconds(30));
        Assert.Contains(failure.RetryAfter.Value.TotalSeconds.ToString(CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
    }
}

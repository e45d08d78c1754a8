using System.Globalization;
using System.Net;
using Reliability.Tests.Fixtures;
using Reliability.Tests.StockPipeline;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Sandbox.Faults;

namespace Reliability.Tests.TimeZones;

/// <summary>A Retry-After date is meant in GMT, wherever the client runs.</summary>
[Collection(LocalTimeZoneDefinition.Name)]
public sealed class RetryAfterTests
{
    private const string Utc = "00:00";
    private const string Berlin = "02:00";

    /// <summary>Who takes the date for local time, or of the difference the seconds alone, waits less.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(121);

    private static readonly TimeSpan Less = TimeSpan.FromSeconds(60);

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
    public async Task Stock_knows_how_long_a_date_is_away(string zone)
    {
        using var local = new LocalTimeZone(zone);
        await using var stock = await StockSession.StartAsync(longestWait: Less);
        stock.Sandbox.Faults.Enqueue(Fault.TooManyRequests(Wait, RetryAfterForm.Date));

        // It gives up at once on a wait that is longer than it may be.
        var failure = await Assert.ThrowsAsync<Error>(() => stock.Client.Common.Offices.GetAsync(cancellationToken: Cancellation));

        Assert.Equal(429, failure.ResponseStatusCode);
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

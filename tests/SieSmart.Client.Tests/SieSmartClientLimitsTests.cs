using Microsoft.Extensions.Options;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Client.Tests;

public sealed class SieSmartClientLimitsTests
{
    [Fact]
    public void Are_generous_by_default()
    {
        var options = new SieSmartClientOptions();

        Assert.Equal(RequestPriority.Interactive, options.Priority);
        Assert.Equal(TimeSpan.FromMinutes(2.5), options.QueueTimeout);
        Assert.Equal(TimeSpan.FromMinutes(1), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromMinutes(5), options.TotalTimeout);
        Assert.Equal(3, options.MaxRetries);
        Assert.Equal(32 * 1024 * 1024, options.MaxResponseBytes);
        Assert.False(options.KeepHostHandlers);
    }

    [Theory]
    [InlineData("QueueTimeout")]
    [InlineData("AttemptTimeout")]
    [InlineData("TotalTimeout")]
    public void Must_leave_some_time_and_end_some_day(string option)
    {
        var property = typeof(SieSmartClientOptions).GetProperty(option)!;
        foreach (var time in new[] { TimeSpan.Zero, Timeout.InfiniteTimeSpan, TimeSpan.FromDays(2) })
        {
            Assert.Contains($"SieSmart:{option} is {time}. Set it to more than zero", FailureOf(options => property.SetValue(options, time)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Bound_the_number_of_retries(int retries) =>
        Assert.Contains($"SieSmart:MaxRetries is {retries}. Set it to 0 for none, or to 10", FailureOf(options => options.MaxRetries = retries), StringComparison.Ordinal);

    [Fact]
    public void Leave_room_for_an_answer() =>
        Assert.Contains("SieSmart:MaxResponseBytes is 1023. Set it to 1024 bytes or more", FailureOf(options => options.MaxResponseBytes = 1023), StringComparison.Ordinal);

    [Fact]
    public void Know_two_priorities() =>
        Assert.Contains("SieSmart:Priority is '7'. Set it to Interactive or Bulk", FailureOf(options => options.Priority = (RequestPriority)7), StringComparison.Ordinal);

    [Fact]
    public void Keep_no_queue_of_less_than_nobody() =>
        Assert.Contains("SieSmart:QueueLimit is -1. Set it to 0 or more", FailureOf(options => options.QueueLimit = -1), StringComparison.Ordinal);

    [Fact]
    public void Name_an_application_as_a_header_can() =>
        Assert.Contains("SieSmart:ApplicationId is 'Müller & Co'", FailureOf(options => options.ApplicationId = "Müller & Co"), StringComparison.Ordinal);

    private static string FailureOf(Action<SieSmartClientOptions> configure)
    {
        var options = new SieSmartClientOptions { ClientId = "broker", ClientSecret = "secret" };
        configure(options);
        return Assert.Single(Assert.Throws<OptionsValidationException>(() => new SieSmartClient(options)).Failures);
    }
}

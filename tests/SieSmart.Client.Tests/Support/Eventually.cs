namespace SieSmart.Client.Tests.Support;

/// <summary>Waits, in real time, for what happens in the background.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static Task IsTrueAsync(Func<bool> condition) => IsTrueAsync(() => Task.FromResult(condition()));

    public static async Task IsTrueAsync(Func<Task<bool>> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "What should happen in the background has not happened.");
            await Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Fails, rather than hang, where the task never ends.</summary>
    public static Task EndsAsync(Task task) => task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>Long enough for a request over loopback that should not be made.</summary>
    public static Task NothingMoreAsync() => Task.Delay(Glance, TimeProvider.System, TestContext.Current.CancellationToken);
}

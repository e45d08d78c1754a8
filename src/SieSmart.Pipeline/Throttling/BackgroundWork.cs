namespace SieSmart.Pipeline.Throttling;

/// <summary>
/// Work that nobody waits for under a lock. It is begun here and nowhere else, so that <c>benchmarks/SharedBudgets.Simulation</c> can put
/// another in its place, which runs everything in one order.
/// </summary>
internal static class BackgroundWork
{
    public static void Start(Action work) => _ = Task.Run(work, CancellationToken.None);

    public static void Start(Func<Task> work) => _ = Task.Run(work, CancellationToken.None);

    public static Task<T> RunAsync<T>(Func<Task<T>> work) => Task.Run(work, CancellationToken.None);

    /// <summary>Starts work in the order of the calls.</summary>
    public static void Queue(Action work) => ThreadPool.UnsafeQueueUserWorkItem(static state => ((Action)state!)(), work);
}

using SharedBudgets.Simulation.Time;

namespace SieSmart.Pipeline.Throttling;

/// <summary>In the place of the product's: what it begins on other threads runs here one after the other, in the order in which it was begun.</summary>
internal static class BackgroundWork
{
    public static void Start(Action work) => Timeline.Current.Post(work);

    public static void Start(Func<Task> work) => Timeline.Current.Post(() => _ = work());

    public static Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        var outcome = new TaskCompletionSource<T>();
        Timeline.Current.Post(() => _ = CompleteAsync(outcome, work));
        return outcome.Task;
    }

    public static void Queue(Action work) => Timeline.Current.Post(work);

    private static async Task CompleteAsync<T>(TaskCompletionSource<T> outcome, Func<Task<T>> work)
    {
        try
        {
            outcome.SetResult(await work().ConfigureAwait(false));
        }
        catch (OperationCanceledException cancelled)
        {
            outcome.SetCanceled(cancelled.CancellationToken);
        }
        catch (Exception exception)
        {
            outcome.SetException(exception);
        }
    }
}

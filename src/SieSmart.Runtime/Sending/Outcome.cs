using System.Runtime.ExceptionServices;

namespace SieSmart.Runtime.Sending;

/// <summary>What came of a call: its value, or why there is none. A failure that is handed on so is thrown once, to whoever called.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Exception? failure)
    {
        _value = value;
        Failure = failure;
    }

    /// <summary>Why there is no value; null if the call succeeded.</summary>
    public Exception? Failure { get; }

    /// <summary>The value of a call that succeeded.</summary>
    public T Value => Failure is null ? _value! : throw new InvalidOperationException("A call that failed has no value. Look for its failure first.", Failure);

    /// <summary>That of a call that succeeded.</summary>
    public static Outcome<T> Of(T value) => new(value, null);

    /// <summary>That of a call that failed.</summary>
    public static Outcome<T> Failed(Exception failure) => new(default, failure);

    /// <summary>That of a call which somebody else's code made.</summary>
    public static ValueTask<Outcome<T>> OfAsync(Task<T> calling) =>
        calling.Status == TaskStatus.RanToCompletion ? new ValueTask<Outcome<T>>(Of(calling.Result)) : WaitAsync(calling);

    /// <summary>The task of it, which throws a failure when it is awaited; it is cancelled if that is a cancellation.</summary>
    public Task<T> ToTask() => Failure switch
    {
        null => Task.FromResult(_value!),
        OperationCanceledException => ThrowAsync(),
        _ => Task.FromException<T>(Failure),
    };

    /// <summary>The value.</summary>
    /// <exception cref="Exception">Any, of a call that failed.</exception>
    public T ValueOrThrow()
    {
        if (Failure is not null)
        {
            ExceptionDispatchInfo.Capture(Failure).Throw();
        }

        return _value!;
    }

    private static async ValueTask<Outcome<T>> WaitAsync(Task<T> calling)
    {
        try
        {
            return Of(await calling.ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return Failed(exception);
        }
    }

    // Only an async method makes a cancelled task of an exception that somebody threw.
    private async Task<T> ThrowAsync()
    {
        await Task.CompletedTask.ConfigureAwait(false);
        return ValueOrThrow();
    }
}

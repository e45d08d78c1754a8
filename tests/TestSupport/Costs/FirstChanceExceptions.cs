using System.Runtime.ExceptionServices;

namespace TestSupport.Costs;

/// <summary>Exceptions that are thrown, whether or not somebody catches them.</summary>
public static class FirstChanceExceptions
{
    /// <summary>How many an action throws on its own thread.</summary>
    /// <param name="action">The action.</param>
    public static int CountIn(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var thread = Environment.CurrentManagedThreadId;
        var count = 0;
        void Count(object? sender, FirstChanceExceptionEventArgs arguments) => count += Environment.CurrentManagedThreadId == thread ? 1 : 0;

        AppDomain.CurrentDomain.FirstChanceException += Count;
        try
        {
            action();
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Count;
        }

        return count;
    }
}

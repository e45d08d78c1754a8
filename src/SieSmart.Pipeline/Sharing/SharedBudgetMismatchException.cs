using System.Globalization;

namespace SieSmart.Pipeline.Sharing;

/// <summary>
/// A process doesn't agree with the others about a shared budget: about its limit, or about how it is stored. Nothing is sent, because what it
/// would count is not what they count; waiting doesn't help.
/// </summary>
public sealed class SharedBudgetMismatchException : InvalidOperationException
{
    /// <summary>Creates an exception without a message of its own.</summary>
    public SharedBudgetMismatchException()
        : this("A process does not agree with the others about a shared budget.")
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What doesn't agree, and what to do.</param>
    public SharedBudgetMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What doesn't agree, and what to do.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public SharedBudgetMismatchException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The others have another limit.</summary>
    /// <param name="own">The limit of the process that asked.</param>
    /// <param name="permits">The permits that the others have.</param>
    /// <param name="window">The window that the others have.</param>
    /// <exception cref="ArgumentNullException"><paramref name="own"/> is null.</exception>
    public static SharedBudgetMismatchException OfLimits(SharedBudgetLimit own, int permits, TimeSpan window)
    {
        ArgumentNullException.ThrowIfNull(own);
        return new SharedBudgetMismatchException(string.Format(
            CultureInfo.InvariantCulture,
            "The shared budget '{0}' has {1} permits in {2} for the processes that use it now, and this one wants {3} in {4}. Give all of them the same limit, or this one another name; a new limit holds once nobody has used the old one for a window.",
            own.Name,
            permits,
            window,
            own.Permits,
            own.Window));
    }

    /// <summary>A newer version of the library has stored the budget in another way.</summary>
    /// <param name="name">The name of the budget.</param>
    /// <param name="stored">The version that is stored.</param>
    /// <param name="known">The newest version that this library knows.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static SharedBudgetMismatchException OfVersions(string name, long stored, long known)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new SharedBudgetMismatchException(string.Format(
            CultureInfo.InvariantCulture,
            "The shared budget '{0}' is stored in version {1}, and this process knows version {2}. Use the same version of the package in all processes, or give this one another name.",
            name,
            stored,
            known));
    }
}

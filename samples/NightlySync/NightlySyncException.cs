namespace NightlySync;

/// <summary>The run can't begin or can't go on; the message says why, and what to do.</summary>
internal sealed class NightlySyncException : Exception
{
    public NightlySyncException(string message)
        : base(message)
    {
    }

    public NightlySyncException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

namespace SieSmart.Pipeline.Endings;

/// <summary>A wait inside a call that was ended, by the caller, by a limit or by the end of the client, and what it was for.</summary>
internal static class EndedWait
{
    public const string ForToken = "an access token";
    public const string ForTurn = "its turn";

    private const string Key = "SieSmart.Pipeline.WaitedFor";

    /// <summary>A cancellation that says what was waited for.</summary>
    public static OperationCanceledException Of(string waitedFor, OperationCanceledException cause, CancellationToken cancellationToken)
    {
        var ended = new OperationCanceledException($"The call was cancelled while it waited for {waitedFor}.", cause, cancellationToken);
        ended.Data[Key] = waitedFor;
        return ended;
    }

    /// <summary>What was waited for; null if the exception doesn't say.</summary>
    public static string? WaitedFor(Exception exception) => exception.Data[Key] as string;
}

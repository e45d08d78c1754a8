namespace SieSmart.Pipeline.Authentication;

/// <summary>A token and how long it was said to be good for. A class without value semantics, which never prints the token.</summary>
/// <param name="value">The token.</param>
/// <param name="lifetime">How long it is good for, from its request on.</param>
/// <param name="requestedAt">
/// When it was asked for, as a timestamp of the process's clock: its life is counted from before the request, since when it began on the server
/// isn't known. Of another process's token it is an estimate that is never too late.
/// </param>
/// <param name="isOfAnotherProcess">Whether another process has fetched it.</param>
internal sealed class AccessToken(string value, TimeSpan lifetime, long requestedAt, bool isOfAnotherProcess = false)
{
    private volatile bool _wasAccepted;

    public string Value => value;

    public TimeSpan Lifetime => lifetime;

    public long RequestedAt => requestedAt;

    public bool IsOfAnotherProcess => isOfAnotherProcess;

    /// <summary>Whether the API has accepted it, anywhere. Once true it stays so.</summary>
    public bool WasAccepted => _wasAccepted;

    public void NoteAcceptance() => _wasAccepted = true;

    public override string ToString() => "***";
}

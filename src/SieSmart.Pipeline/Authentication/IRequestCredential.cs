namespace SieSmart.Pipeline.Authentication;

/// <summary>Something that a request shows to say whom it is made for. Thread-safe.</summary>
internal interface IRequestCredential
{
    /// <summary>Puts it on a request; on one that has it already, in its place.</summary>
    /// <returns>What to call with whether the API accepted it; null if nobody wants to know.</returns>
    ValueTask<Action<bool>?> ShowAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}

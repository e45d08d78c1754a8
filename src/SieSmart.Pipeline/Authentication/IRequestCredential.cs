namespace SieSmart.Pipeline.Authentication;

/// <summary>Something that a request shows to say whom it is made for. Thread-safe.</summary>
internal interface IRequestCredential
{
    /// <summary>Puts it on a request; on one that has it already, in its place.</summary>
    /// <returns>What was shown, for <see cref="Judge"/>; null if nobody wants to know what became of it.</returns>
    ValueTask<object?> ShowAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>Notes whether the API accepted what was shown.</summary>
    void Judge(object shown, HttpRequestMessage request, bool isAccepted);
}

namespace SieSmart.Pipeline;

/// <summary>
/// Who a client's calls are made for. A document may want several at once: whatever is set here goes with each request, to the host of
/// the base address and to no other.
/// </summary>
public sealed class AuthenticationOptions
{
    /// <summary>An access token that is fetched with a client's credentials (RFC 6749, 4.4); null (the default) for none.</summary>
    public ClientCredentialsOptions? ClientCredentials { get; set; }

    /// <summary>Keys that go with each request; none by default.</summary>
    public IList<ApiKeyOptions> ApiKeys { get; set; } = [];

    /// <summary>
    /// Gives the token of an <c>Authorization: Bearer</c> header; null (the default) for none. Called for each attempt, on any thread and
    /// several times at once: keep the token for as long as it is good. Not together with <see cref="ClientCredentials"/>.
    /// </summary>
    public Func<CancellationToken, ValueTask<string>>? Bearer { get; set; }

    /// <summary>Whether calls may go out without any credentials; false by default, so that forgotten ones are found out at the start.</summary>
    public bool AllowAnonymous { get; set; }

    /// <summary>What is set, without a secret.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        if (ClientCredentials is not null)
        {
            parts.Add(ClientCredentials.ToString());
        }

        foreach (var key in ApiKeys)
        {
            parts.Add(key.ToString());
        }

        if (Bearer is not null)
        {
            parts.Add("Bearer");
        }

        return parts.Count == 0 ? "none" : string.Join(", ", parts);
    }
}

namespace SieSmart.Pipeline.Authentication;

/// <summary>All that a client shows, compared by value. Prints without secrets.</summary>
internal sealed class ClientIdentification : IEquatable<ClientIdentification>
{
    private readonly IReadOnlyList<(string? Name, ApiKeyPlace Place, string? Value)> _keys;
    private readonly Func<CancellationToken, ValueTask<string>>? _bearer;

    private ClientIdentification(AuthenticationOptions options)
    {
        Credentials = options.ClientCredentials is { } credentials ? ClientCredentials.Of(credentials) : null;
        _keys = options.ApiKeys.Count == 0 ? [] : [.. options.ApiKeys.Select(key => (key.Name, key.Place, key.Value))];
        _bearer = options.Bearer;
        Account = Credentials?.ClientId ?? options.ToString();
    }

    /// <summary>What tokens are fetched with; null for a client that fetches none.</summary>
    public ClientCredentials? Credentials { get; }

    /// <summary>Whose credentials they are.</summary>
    public string Account { get; }

    public static ClientIdentification Of(AuthenticationOptions options) => new(options);

    public bool Equals(ClientIdentification? other) =>
        other is not null && Equals(Credentials, other.Credentials) && _keys.SequenceEqual(other._keys) && _bearer == other._bearer;

    public override bool Equals(object? obj) => Equals(obj as ClientIdentification);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Account);

    public override string ToString() => Account;
}

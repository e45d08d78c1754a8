using System.Security.Cryptography;
using System.Text;

namespace SieSmart.Sandbox.Authentication;

/// <summary>A client that tokens are issued to.</summary>
internal sealed class ClientCredentials(string id, string secret, bool isReadOnly)
{
    public string Id { get; } = id;

    public bool IsReadOnly { get; } = isReadOnly;

    public bool Matches(string? id, string? secretToCompare)
        => id == Id
            && secretToCompare is not null
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(secretToCompare), Encoding.UTF8.GetBytes(secret));
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace WebhookReceiver.Receiving;

/// <summary>Whether a sender shows the key. Keeps its hash alone.</summary>
internal sealed class ApiKeyCheck(IOptions<WebhookOptions> options)
{
    public const string Header = "X-API-KEY";

    private readonly byte[] _expected = Hash(options.Value.ApiKey!);

    /// <summary>Takes as long for a key that is nearly right as for any other: hashes of one length, compared to their ends.</summary>
    public bool IsRight(StringValues presented) =>
        presented is [{ } key] && CryptographicOperations.FixedTimeEquals(Hash(key), _expected);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SieSmart.Pipeline.Authentication;

namespace SieSmart.Pipeline.Sharing.Tokens;

/// <summary>Makes of an access token what may lie in a store, and the other way round. Thread-safe.</summary>
/// <remarks>
/// What is encrypted is the token, its lifetime and a fingerprint of all that it was asked for with, the secret included. So nobody who can
/// write to the store can have one account's token sent as another's, and whoever has a wrong secret is not served by the right one's token.
/// </remarks>
internal sealed class TokenSeal
{
    private const byte Format = 1;
    private const int FingerprintLength = 32;
    private const int LifetimeLength = sizeof(long);
    private const int HeadLength = 1 + FingerprintLength + LifetimeLength;

    private readonly ITokenProtector _protector;
    private readonly byte[] _fingerprint;

    public TokenSeal(ClientCredentials credentials, ITokenProtector protector)
    {
        _protector = protector;
        Key = ToHex(Hash(credentials.TokenEndpoint.AbsoluteUri, credentials.ClientId, credentials.Scope, credentials.Audience));
        _fingerprint = Hash(credentials.TokenEndpoint.AbsoluteUri, credentials.ClientId, credentials.Scope, credentials.Audience, credentials.ClientSecret);
    }

    /// <summary>Under what it lies: tells nobody whose it is, and nothing of the secret.</summary>
    public string Key { get; }

    /// <param name="token">The token.</param>
    /// <param name="age">How long ago it was asked for.</param>
    /// <exception cref="InvalidOperationException">The protector failed.</exception>
    public ProtectedToken Protect(AccessToken token, TimeSpan age)
    {
        byte[] plaintext = [Format, .. _fingerprint, .. BitConverter.GetBytes(token.Lifetime.Ticks), .. Encoding.ASCII.GetBytes(token.Value)];
        string failure;
        try
        {
            return new ProtectedToken(_protector.Protect(plaintext), token.Lifetime, age);
        }
        catch (Exception exception)
        {
            failure = exception.GetType().Name;
        }
        finally
        {
            Array.Clear(plaintext, 0, plaintext.Length);
        }

        // Without the exception itself: the protector knows the token.
        throw new InvalidOperationException($"The token protector failed ({failure}), so the access token was not shared. Check the keys of {_protector.GetType()}.");
    }

    /// <param name="sealedToken">What lay in the store.</param>
    /// <param name="readAt">When the store was asked, as a timestamp.</param>
    /// <param name="timeProvider">The clock of the timestamp.</param>
    /// <returns>The token, or why this process can't read it.</returns>
    public (AccessToken? Token, string? Failure) Unprotect(ProtectedToken sealedToken, long readAt, TimeProvider timeProvider)
    {
        byte[] plaintext;
        try
        {
            plaintext = _protector.Unprotect(sealedToken.Content.ToArray());
        }
        catch (Exception exception)
        {
            return (null, $"the token protector failed, {exception.GetType().Name}");
        }

        if (plaintext.Length <= HeadLength || plaintext[0] != Format)
        {
            return (null, "it is of another version of the library");
        }

        if (!plaintext.AsSpan(1, FingerprintLength).SequenceEqual(_fingerprint))
        {
            return (null, "it was fetched with another client secret");
        }

        var lifetime = TimeSpan.FromTicks(BitConverter.ToInt64(plaintext, 1 + FingerprintLength));
        var requestedAt = readAt - (long)(sealedToken.Age.TotalSeconds * timeProvider.TimestampFrequency);
        var value = Encoding.ASCII.GetString(plaintext, HeadLength, plaintext.Length - HeadLength);
        return (new AccessToken(value, lifetime, requestedAt, isOfAnotherProcess: true), null);
    }

    /// <summary>Of texts with their lengths, so that no two lists of them are the same.</summary>
    private static byte[] Hash(params string?[] texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text ?? string.Empty);
            hash.AppendData(BitConverter.GetBytes(text is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }

    private static string ToHex(byte[] bytes) => string.Concat(bytes.Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));
}

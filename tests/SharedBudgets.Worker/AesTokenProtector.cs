using System.Security.Cryptography;
using SieSmart.Pipeline.Sharing.Tokens;

namespace SharedBudgets.Worker;

/// <summary>Encrypts with one key that all processes are given.</summary>
internal sealed class AesTokenProtector(byte[] key) : ITokenProtector
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public byte[] Protect(byte[] plaintext)
    {
        using var aes = new AesGcm(key, TagLength);
        var (nonce, ciphertext, tag) = (RandomNumberGenerator.GetBytes(NonceLength), new byte[plaintext.Length], new byte[TagLength]);
        aes.Encrypt(nonce, plaintext, ciphertext, tag);
        return [.. nonce, .. tag, .. ciphertext];
    }

    public byte[] Unprotect(byte[] ciphertext)
    {
        using var aes = new AesGcm(key, TagLength);
        var plaintext = new byte[ciphertext.Length - NonceLength - TagLength];
        aes.Decrypt(ciphertext.AsSpan(0, NonceLength), ciphertext.AsSpan(NonceLength + TagLength), ciphertext.AsSpan(NonceLength, TagLength), plaintext);
        return plaintext;
    }
}

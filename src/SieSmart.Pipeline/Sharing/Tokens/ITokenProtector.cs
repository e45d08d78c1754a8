namespace SieSmart.Pipeline.Sharing.Tokens;

/// <summary>
/// Encrypts what processes share, so that it is a secret of theirs wherever it lies. ASP.NET Core's Data Protection is one in a few lines;
/// <c>docs/hosting.md</c> has them.
/// </summary>
/// <remarks>
/// All processes need the same keys. It must also notice changes, as authenticated encryption does. Implementations must be thread-safe.
/// </remarks>
public interface ITokenProtector
{
    /// <summary>Encrypts.</summary>
    /// <param name="plaintext">What nobody else may read. Not to be kept or logged.</param>
    /// <returns>What may lie anywhere.</returns>
    byte[] Protect(byte[] plaintext);

    /// <summary>Decrypts.</summary>
    /// <param name="ciphertext">What <see cref="Protect"/> returned, in this process or another one.</param>
    /// <returns>What was encrypted.</returns>
    /// <exception cref="Exception">
    /// It was encrypted with other keys, or changed. Of any type: the client then goes on as if nothing were stored.
    /// </exception>
    byte[] Unprotect(byte[] ciphertext);
}

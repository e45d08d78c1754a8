namespace SieSmart.Pipeline.Sharing.Tokens;

/// <summary>An access token as it may lie in a store: encrypted. Immutable; prints nothing of it.</summary>
public sealed class ProtectedToken
{
    /// <summary>Creates one.</summary>
    /// <param name="content">What an <see cref="ITokenProtector"/> made of it.</param>
    /// <param name="lifetime">How long it is good for since it was asked for, more than zero.</param>
    /// <param name="age">How long ago it was asked for, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lifetime"/> or <paramref name="age"/> is outside its range.</exception>
    public ProtectedToken(ReadOnlyMemory<byte> content, TimeSpan lifetime, TimeSpan age)
    {
        Content = content;
        Lifetime = lifetime > TimeSpan.Zero
            ? lifetime
            : throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "The lifetime of a token must be more than zero.");
        Age = age >= TimeSpan.Zero
            ? age
            : throw new ArgumentOutOfRangeException(nameof(age), age, "The age of a token must be zero or more.");
    }

    /// <summary>The ciphertext.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>How long it is good for since it was asked for.</summary>
    public TimeSpan Lifetime { get; }

    /// <summary>How long ago it was asked for.</summary>
    public TimeSpan Age { get; }

    /// <summary>Nothing of the token.</summary>
    public override string ToString() => "***";
}

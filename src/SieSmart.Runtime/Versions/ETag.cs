using System.Globalization;
using System.Text.Json.Serialization;
using SieSmart.Runtime.Serialization;

namespace SieSmart.Runtime;

/// <summary>
/// The version of a resource, as a server names it in the <c>ETag</c> header and expects it back in <c>If-Match</c>.
/// </summary>
/// <remarks>
/// An entity tag is opaque: it is kept byte for byte as the server sent it, quoted (<c>"v1"</c>), weak
/// (<c>W/"v1"</c>) or, as many servers do against RFC 9110, without quotes. <c>default(ETag)</c> stands for
/// "no tag"; a write refuses it before anything is sent.
/// </remarks>
[JsonConverter(typeof(ETagJsonConverter))]
public readonly struct ETag : IEquatable<ETag>
{
    private const string AnyValue = "*";
    private const string WeakPrefix = "W/\"";

    private readonly string? _value;

    private ETag(string value) => _value = value;

    /// <summary>
    /// Matches whatever version is there (<c>If-Match: *</c>): the write overwrites changes that its caller never saw.
    /// </summary>
    public static ETag Any { get; } = new(AnyValue);

    /// <summary>Whether this is <c>default(ETag)</c>: no tag at all.</summary>
    public bool IsMissing => _value is null;

    /// <summary>Whether the tag is weak: <c>W/"…"</c>.</summary>
    public bool IsWeak => _value is not null && _value.StartsWith(WeakPrefix, StringComparison.Ordinal);

    /// <summary>Whether this is <see cref="Any"/>.</summary>
    public bool IsAny => string.Equals(_value, AnyValue, StringComparison.Ordinal);

    /// <summary>Whether both are the same tag, byte for byte.</summary>
    /// <param name="left">One tag.</param>
    /// <param name="right">The other tag.</param>
    public static bool operator ==(ETag left, ETag right) => left.Equals(right);

    /// <summary>Whether the tags differ in any byte.</summary>
    /// <param name="left">One tag.</param>
    /// <param name="right">The other tag.</param>
    public static bool operator !=(ETag left, ETag right) => !left.Equals(right);

    /// <summary>Takes a tag that a server sent, for instance one that was stored between two runs of a program.</summary>
    /// <param name="value">The header's value, byte for byte: quotes, if the server sent them, are part of it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="FormatException">The text can't be an entity tag; the message says why.</exception>
    public static ETag Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);

        return FindFault(value) is { } fault
            ? throw new FormatException($"The text is no ETag: {fault}. Pass the value of the ETag header as the server sent it.")
            : new ETag(value);
    }

    /// <summary>Takes a tag that a server sent, if it is one.</summary>
    /// <param name="value">The header's value, byte for byte.</param>
    /// <param name="etag">The tag, or <c>default</c> if <paramref name="value"/> can't be one.</param>
    /// <returns>Whether <paramref name="value"/> is an entity tag.</returns>
    public static bool TryParse(string? value, out ETag etag)
    {
        var isValid = value is not null && FindFault(value) is null;
        etag = isValid ? new ETag(value!) : default;
        return isValid;
    }

    /// <summary>Reads a tag whose text is a date-time, in ISO 8601 or HTTP form, quoted or not.</summary>
    /// <param name="timestamp">
    /// The date-time with the offset that it was written with; without one, UTC. Digits beyond 100 ns are dropped.
    /// </param>
    /// <returns>Whether the tag is a date-time. Nothing may be concluded from one that isn't.</returns>
    /// <remarks>For logs and displays. Compare tags for equality only: a server may change their form at any time.</remarks>
    public bool TryGetTimestamp(out DateTimeOffset timestamp) => TimestampText.TryRead(OpaqueText, out timestamp);

    /// <inheritdoc/>
    public bool Equals(ETag other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ETag other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>The tag byte for byte as it was parsed; empty if it is missing.</summary>
    public override string ToString() => _value ?? string.Empty;

    private string OpaqueText
    {
        get
        {
            var text = _value ?? string.Empty;
            if (text.Length == 0 || text[text.Length - 1] != '"')
            {
                return text;
            }

            var start = IsWeak ? WeakPrefix.Length : 1;
            return text.Substring(start, text.Length - start - 1);
        }
    }

    private static string? FindFault(string value)
    {
        if (value.Length == 0)
        {
            return "it is empty";
        }

        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is < ' ' or > '~')
            {
                return $"the character at index {i.ToString(CultureInfo.InvariantCulture)} is a control or non-ASCII character";
            }
        }

        if (value[0] == ' ' || value[value.Length - 1] == ' ')
        {
            return "it starts or ends with white space";
        }

        return HasStrayQuote(value)
            ? "it has a quotation mark that isn't one of an enclosing pair, so it would be read as a list of tags or as none"
            : null;
    }

    private static bool HasStrayQuote(string value)
    {
        var start = value.StartsWith(WeakPrefix, StringComparison.Ordinal) ? WeakPrefix.Length - 1 : 0;
        if (value[start] != '"')
        {
            return value.Contains('"');
        }

        return start == value.Length - 1 || value.IndexOf('"', start + 1) != value.Length - 1;
    }
}

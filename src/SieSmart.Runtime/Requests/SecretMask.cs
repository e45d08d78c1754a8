using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SieSmart.Runtime.Sending;

namespace SieSmart.Runtime;

/// <summary>Puts <c>***</c> in the place of secrets that a server repeats, as they are or encoded for JSON, HTML or an address.</summary>
internal static class SecretMask
{
    /// <summary>What is shorter is no secret, and would be found in any text.</summary>
    private const int ShortestSecret = 4;

    private static readonly byte[] Mask = Encoding.ASCII.GetBytes("***");

    /// <summary>The body itself where it repeats nothing, else a masked copy of it.</summary>
    public static ArraySegment<byte> Apply(ArraySegment<byte> body, HttpRequestMessage request)
    {
        var others = ShownSecrets.Of(request);
        if (request.Headers.Authorization?.Parameter is not { } token)
        {
            return others is null ? body : Replace(body, others);
        }

        return others is null && IsPlain(token) ? ReplacePlain(body, token) : Replace(body, [.. others ?? [], token]);
    }

    /// <summary>What nearly every request carries: one token that has one form. Nothing is made unless the body repeats it.</summary>
    private static ArraySegment<byte> ReplacePlain(ArraySegment<byte> body, string token)
    {
        if (token.Length < ShortestSecret || token.Length > body.Count)
        {
            return body;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(token.Length);
        try
        {
            var form = bytes.AsSpan(0, Encoding.ASCII.GetBytes(token, 0, token.Length, bytes, 0));
            return body.AsSpan().IndexOf(form) >= 0 ? Replace(body, form) : body;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static ArraySegment<byte> Replace(ArraySegment<byte> body, IEnumerable<string> secrets)
    {
        foreach (var form in FormsOf(secrets))
        {
            if (body.AsSpan().IndexOf(form) >= 0)
            {
                body = Replace(body, form);
            }
        }

        return body;
    }

    /// <summary>The longest first: one may be a part of another.</summary>
    private static IEnumerable<byte[]> FormsOf(IEnumerable<string> secrets) =>
        secrets
            .Where(secret => secret.Length >= ShortestSecret)
            .SelectMany(FormsOf)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(form => form.Length)
            .Select(Encoding.UTF8.GetBytes);

    private static IEnumerable<string> FormsOf(string secret) => IsPlain(secret) ? [secret] : EncodedFormsOf(secret);

    /// <summary>Whether a secret looks the same however it is encoded, as most tokens do.</summary>
    private static bool IsPlain(string secret)
    {
        foreach (var character in secret)
        {
            if (!UrlText.IsUnreserved(character))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> EncodedFormsOf(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        JsonEncodedText.Encode(secret).ToString(),
        JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        secret.Replace("/", "\\/"),
        HtmlEncoder.Default.Encode(secret),
        WebUtility.HtmlEncode(secret),
    ];

    private static ArraySegment<byte> Replace(ArraySegment<byte> body, ReadOnlySpan<byte> secret)
    {
        using var masked = new MemoryStream(body.Count);
        var rest = body;
        int position;
        while ((position = rest.AsSpan().IndexOf(secret)) >= 0)
        {
            masked.Write(rest.Array!, rest.Offset, position);
            masked.Write(Mask, 0, Mask.Length);
            rest = new ArraySegment<byte>(rest.Array!, rest.Offset + position + secret.Length, rest.Count - position - secret.Length);
        }

        masked.Write(rest.Array!, rest.Offset, rest.Count);
        return new ArraySegment<byte>(masked.GetBuffer(), 0, (int)masked.Length);
    }
}

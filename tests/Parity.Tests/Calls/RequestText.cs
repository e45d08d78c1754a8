using System.Text;

namespace Parity.Tests.Calls;

/// <summary>Everything of a request that a server sees, as text.</summary>
internal static class RequestText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<string> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append(request.Method.Method).Append(' ').Append(request.RequestUri!.AbsoluteUri).Append('\n');
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? [])
            .Select(header => $"{header.Key}: {header.Value}")
            .Order(StringComparer.Ordinal);
        foreach (var header in headers)
        {
            text.Append(header).Append('\n');
        }

        if (request.Content is not null)
        {
            text.Append('\n').Append(Body(await request.Content.ReadAsByteArrayAsync(cancellationToken)));
        }

        return WithoutBoundary(text.ToString(), request.Content?.Headers.ContentType?.Parameters.FirstOrDefault(parameter => parameter.Name is "boundary")?.Value);
    }

    private static string Body(byte[] body)
    {
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return Convert.ToBase64String(body);
        }
    }

    // The boundary of a multipart body is drawn by chance.
    private static string WithoutBoundary(string text, string? boundary) =>
        string.IsNullOrEmpty(boundary) ? text : text.Replace(boundary.Trim('"'), "BOUNDARY", StringComparison.Ordinal);
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Parity.Tests.Answers;

/// <summary>An answer that a server may give.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Status">The status code.</param>
/// <param name="MediaType">What the body is said to be; null without a body.</param>
/// <param name="Body">The body.</param>
internal sealed record AnswerCase(string Name, int Status, string? MediaType, ReadOnlyMemory<byte> Body)
{
    public HttpResponseMessage ToMessage()
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status);
        response.Headers.Add("X-Trace", "trace 1");
        response.Content = new ReadOnlyMemoryContent(Body);
        response.Content.Headers.ContentType = MediaType is not null && MediaTypeHeaderValue.TryParse(MediaType, out var mediaType) ? mediaType : null;
        return response;
    }

    public override string ToString() => $"{Status.ToString(CultureInfo.InvariantCulture)} {MediaType ?? "without a body"} {Name}".TrimEnd();
}

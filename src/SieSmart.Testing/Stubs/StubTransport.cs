using System.Globalization;
using System.Net;
using System.Text;

namespace SieSmart.Testing;

/// <summary>Where requests end that would otherwise leave the process.</summary>
/// <param name="stub">What answers.</param>
/// <param name="baseAddress">The API's base address, which paths follow.</param>
internal sealed class StubTransport(SieSmartStub stub, Uri baseAddress) : HttpMessageHandler
{
    private static readonly StubbedAnswer Token = new(
        HttpStatusCode.OK,
        Encoding.UTF8.GetBytes("""{"access_token":"stub","token_type":"Bearer","expires_in":86400}"""),
        "application/json",
        ETag: null);

    private int _answers;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!request.Headers.Contains("Authorization"))
        {
            return Token.ToResponse(request, traceId: "stub-token");
        }

        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false) : string.Empty;
        var address = request.RequestUri!;
        var answer = stub.Answer(new StubbedRequest(request.Method, PathOf(address), address.Query.TrimStart('?'), IfMatchOf(request), body));
        var number = Interlocked.Increment(ref _answers).ToString(CultureInfo.InvariantCulture);
        return answer.ToResponse(request, $"stub-{number}");
    }

    /// <summary>As it was sent, before .NET makes a list of it.</summary>
    private static string? IfMatchOf(HttpRequestMessage request) =>
        request.Headers.NonValidated.TryGetValues("If-Match", out var values) ? values.ToString() : null;

    private string PathOf(Uri address) =>
        Uri.UnescapeDataString(address.AbsolutePath[baseAddress.AbsolutePath.TrimEnd('/').Length..]);
}

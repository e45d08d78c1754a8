using System.Net.Sockets;
using System.Text;

namespace SieSmart.Sandbox.Tests.Fixtures;

/// <summary>What came over a bare socket, and whether its end was a reset.</summary>
internal sealed record WireAnswer(string Head, int BodyLength, bool WasReset)
{
    private const string EndOfHead = "\r\n\r\n";

    /// <summary>Sends a request, and listens until the server ends the connection.</summary>
    public static async Task<WireAnswer> OfAsync(SandboxServer sandbox, ApiCaller caller, string method, string path, string body, string ifMatch, TimeSpan? patience = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience ?? TimeSpan.FromSeconds(10));
        var cancellationToken = limit.Token;
        using var client = new TcpClient();
        await client.ConnectAsync(sandbox.BaseAddress.Host, sandbox.BaseAddress.Port, cancellationToken);
        var stream = client.GetStream();
        var request = $"{method} {sandbox.BaseAddress.AbsolutePath}{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + $"Authorization: Bearer {caller.Token}\r\nIf-Match: {ifMatch}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}{EndOfHead}{body}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);

        using var received = new MemoryStream();
        var wasReset = false;
        try
        {
            await stream.CopyToAsync(received, cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            wasReset = true;
        }

        var text = Encoding.Latin1.GetString(received.ToArray());
        var headLength = text.IndexOf(EndOfHead, StringComparison.Ordinal);
        return headLength < 0
            ? new WireAnswer(text, 0, wasReset)
            : new WireAnswer(text[..headLength], text.Length - headLength - EndOfHead.Length, wasReset);
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SieSmart.Runtime.Tests.Support;

/// <summary>A bare socket that answers each request with given bytes, or with none, and then closes or keeps the connection.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<int, string?> _answer;
    private readonly Task _loop;
    private int _requests;

    /// <summary>Starts the server.</summary>
    /// <param name="answer">The whole answer to the n-th request, counted from 1; null resets the connection instead.</param>
    public RawServer(Func<int, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public int Requests => Volatile.Read(ref _requests);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        var stream = client.GetStream();
        while (await ReadHeadAsync(stream))
        {
            var answer = _answer(Interlocked.Increment(ref _requests));
            if (answer is null)
            {
                client.LingerState = new LingerOption(enable: true, seconds: 0);
                return;
            }

            await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), _stop.Token);
            if (answer.Contains("Connection: close", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    /// <summary>Reads up to the blank line; the requests of these tests have no bodies.</summary>
    private async Task<bool> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(buffer, _stop.Token) == 0)
            {
                return false;
            }

            head.Append((char)buffer[0]);
        }

        return true;
    }
}

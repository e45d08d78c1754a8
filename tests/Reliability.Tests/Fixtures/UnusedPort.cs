using System.Net;
using System.Net.Sockets;

namespace Reliability.Tests.Fixtures;

/// <summary>A port that refuses connections: taken, so that nobody else can listen there, and never listened at.</summary>
internal sealed class UnusedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public UnusedPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public int Number => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public void Dispose() => _socket.Dispose();
}

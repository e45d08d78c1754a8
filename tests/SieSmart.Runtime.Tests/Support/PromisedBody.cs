namespace SieSmart.Runtime.Tests.Support;

/// <summary>Answers at once with a length, and with three bytes when it is told to.</summary>
internal sealed class PromisedBody(long length) : HttpMessageHandler
{
    private readonly TaskCompletionSource _kept = new();

    public void Keep() => _kept.SetResult();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Body(_kept.Task)) { Headers = { ContentLength = length } } });

    private sealed class Body(Task kept) : MemoryStream([1, 2, 3])
    {
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await kept;
            return Read(buffer, offset, count);
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await kept;
            return Read(buffer.Span);
        }
    }
}

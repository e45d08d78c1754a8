using SieSmart.Runtime;

namespace EndToEnd.Tests.Fixtures;

/// <summary>Makes calls, and holds what the client knows of each against what the server has seen.</summary>
internal static class Calls
{
    private const int Ok = 200;

    public static async Task<T> CallAsync<T>(this Session session, string verb, string path, Func<OperationContext, Task<T>> call)
    {
        var context = new OperationContext();
        var result = await call(context);

        var seen = session.Sandbox.Requests[^1];
        Assert.Equal((verb, path, Ok), (seen.Method, seen.Path, seen.Status));
        Assert.Equal((verb, Ok), (context.Operation!.Method, (int?)context.StatusCode));
        Assert.Equal(seen.IfMatch ?? string.Empty, context.SentETag.ToString());
        Assert.Equal(seen.ETag ?? string.Empty, context.ReceivedETag.ToString());
        Assert.Equal(seen.TraceId, context.TraceId);
        Assert.True(context.Elapsed > TimeSpan.Zero);
        return result;
    }

    /// <summary>The same where the result has the ETag too.</summary>
    public static async Task<Versioned<T>> CallVersionedAsync<T>(
        this Session session, string verb, string path, Func<OperationContext, Task<Versioned<T>>> call)
        where T : class
    {
        var result = await session.CallAsync(verb, path, call);

        var seen = session.Sandbox.Requests[^1];
        Assert.Equal(seen.TraceId, result.TraceId);
        Assert.Equal(seen.ETag is not null, result.HasETag);
        Assert.Equal(seen.ETag, result.HasETag ? result.ETag.ToString() : null);
        return result;
    }
}

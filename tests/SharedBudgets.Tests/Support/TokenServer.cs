using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SharedBudgets.Tests.Support;

/// <summary>A token endpoint, and an API that takes its tokens until they are revoked.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private const string TokenPath = "/token";

    private readonly ConcurrentDictionary<string, bool> _good = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _issued = [];
    private WebApplication _application = null!;
    private int _tokenRequests;
    private int _calls;
    private int _rejections;

    public const string ClientId = "warehouse-of-the-north";

    public const string ClientSecret = "s3cr3t-of-the-warehouse";

    public Uri Address { get; private set; } = null!;

    public Uri TokenEndpoint => new(Address, TokenPath);

    /// <summary>All tokens that were ever given.</summary>
    public IReadOnlyList<string> Issued => [.. _issued];

    /// <summary>How many requests for a token came.</summary>
    public int TokenRequests => _tokenRequests;

    /// <summary>How many calls the API served.</summary>
    public int Calls => _calls;

    /// <summary>How many calls the API rejected for their token.</summary>
    public int Rejections => _rejections;

    /// <summary>What a request for a token waits for before its answer.</summary>
    public Func<int, Task> BeforeToken { get; set; } = _ => Task.CompletedTask;

    /// <summary>The status of the answer to a request for a token.</summary>
    public Func<int, int> StatusOfToken { get; set; } = _ => StatusCodes.Status200OK;

    /// <summary>How long tokens are said to be good for.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    public static async Task<TokenServer> StartAsync()
    {
        var server = new TokenServer();
        (server._application, server.Address) = await LoopbackApplication.StartAsync(context => context.Request.Path == TokenPath ? server.GiveTokenAsync(context) : server.ServeAsync(context));
        return server;
    }

    /// <summary>Takes no token any more that was given before.</summary>
    public void Revoke() => _good.Clear();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task GiveTokenAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _tokenRequests);
        await BeforeToken(number);
        context.Response.StatusCode = StatusOfToken(number);
        if (context.Response.StatusCode != StatusCodes.Status200OK)
        {
            return;
        }

        var token = $"token-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        _issued.Enqueue(token);
        _good[token] = true;
        var seconds = Lifetime.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":{{seconds}}}""");
    }

    private Task ServeAsync(HttpContext context)
    {
        if (!_good.ContainsKey(context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref _rejections);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        Interlocked.Increment(ref _calls);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}

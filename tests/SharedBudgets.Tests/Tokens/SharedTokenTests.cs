using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SharedBudgets.Tests.InMemory;
using SharedBudgets.Tests.Support;
using SharedBudgets.Worker;
using SieSmart.Pipeline;
using SieSmart.Pipeline.Sharing.Tokens;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SharedBudgets.Tests.Tokens;

/// <summary>What clients do that share a token. Each container is a process of its own to the others.</summary>
public sealed class SharedTokenTests : IAsyncLifetime
{
    /// <summary>How long a client waits for a store that says nothing, and for a process that fetches the token.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>How long a store that failed is left alone.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new();
    private readonly LogText _log = new();
    private readonly ITokenProtector _protector = NewProtector();
    private readonly List<ServiceProvider> _containers = [];
    private FragileTokenStore _store = null!;
    private TokenServer _server = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TokenServer.StartAsync();
        _store = new FragileTokenStore(new InMemoryTokenStore(_clock));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var container in _containers)
        {
            await container.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public async Task All_of_them_make_one_request_for_it()
    {
        var first = Container();
        await CallAsync(first);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => CallAsync(Container())));

        Assert.Equal(1, _server.TokenRequests);
        Assert.Equal(6, _server.Calls);
        Assert.Equal(5, _log.Lines.Count(line => line.StartsWith("Debug: An access token that another process fetched came", StringComparison.Ordinal)));
        Assert.Equal(1, _log.Lines.Count(line => line.StartsWith("Debug: A new access token came", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_comes_while_one_fetches_it_waits_for_that_one()
    {
        var answer = HoldToken();
        var first = CallAsync(Container());
        await EventuallyAsync(() => _server.TokenRequests == 1);
        var second = CallAsync(Container());
        await EventuallyAsync(() => _store.Keys.Count >= 2);

        // Longer than a lease lasts that nobody prolongs.
        using (Ticking(TimeSpan.FromSeconds(0.5)))
        {
            await EventuallyAsync(() => Passed() > TimeSpan.FromSeconds(12));
            answer.SetResult();
            await Task.WhenAll(first, second);
        }

        Assert.Equal(1, _server.TokenRequests);
    }

    [Fact]
    public async Task A_wait_for_another_can_be_cancelled()
    {
        var answer = HoldToken();
        var first = CallAsync(Container());
        await EventuallyAsync(() => _server.TokenRequests == 1);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var second = Container().GetRequiredService<PlainClient>().GetRateCardsAsync(giveUp.Token);
        await EventuallyAsync(() => _store.Keys.Count >= 2);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        answer.SetResult();
        await first;
    }

    [Fact]
    public async Task A_wait_for_another_ends_with_a_request_of_its_own()
    {
        var late = Container();
        await _store.AskAsync(await KeyAsync(late), after: 0, "someone", TimeSpan.FromHours(1), Cancelled);
        var before = _server.TokenRequests;

        var started = Passed();
        using (Ticking(TimeSpan.FromSeconds(0.5)))
        {
            await CallAsync(late);
        }

        var waited = Passed() - started;
        Assert.Equal(before + 1, _server.TokenRequests);
        Assert.True(waited >= LongestWait, $"It waited for {waited} only.");
    }

    [Fact]
    public async Task A_request_that_failed_leaves_it_to_the_next_at_once()
    {
        _server.StatusOfToken = number => number == 1 ? 500 : 200;
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => CallAsync(Container()));

        await CallAsync(Container());

        Assert.Equal(2, _server.TokenRequests);
    }

    [Fact]
    public async Task A_rejected_token_is_replaced_once_for_all()
    {
        var containers = Enumerable.Range(0, 6).Select(_ => Container()).ToList();
        await Task.WhenAll(containers.Take(1).Select(CallAsync));
        await Task.WhenAll(containers.Select(CallAsync));
        Assert.Equal(1, _server.TokenRequests);

        _server.Revoke();
        using (Ticking(TimeSpan.FromMilliseconds(20)))
        {
            await Task.WhenAll(containers.Select(CallAsync));
        }

        Assert.Equal(2, _server.TokenRequests);
    }

    [Fact]
    public async Task Who_starts_after_a_rejection_is_not_given_the_rejected_token()
    {
        var first = Container();
        await CallAsync(first);
        _server.Revoke();
        _server.StatusOfToken = number => number == 2 ? 500 : 200;
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => CallAsync(first));
        var calls = _server.Rejections;

        await CallAsync(Container());

        Assert.Equal(3, _server.TokenRequests);
        Assert.Equal(calls, _server.Rejections);
    }

    [Fact]
    public async Task A_token_is_renewed_by_one_of_them_before_it_ends()
    {
        _server.Lifetime = TimeSpan.FromMinutes(100);
        var containers = Enumerable.Range(0, 4).Select(_ => Container()).ToList();
        await CallAsync(containers[0]);
        await Task.WhenAll(containers.Select(CallAsync));

        // In the window of all of them: it is usable for 95 minutes, and renewed in the first half of the 20 before that.
        _clock.Advance(TimeSpan.FromMinutes(90));
        using (Ticking(TimeSpan.FromMilliseconds(20)))
        {
            await Task.WhenAll(containers.Select(CallAsync));
            await EventuallyAsync(() => _log.Lines.Count(line => line.Contains("access token", StringComparison.Ordinal)) == 8);
        }

        Assert.Equal(2, _server.TokenRequests);
        _clock.Advance(TimeSpan.FromMinutes(20));
        await Task.WhenAll(containers.Select(CallAsync));
        Assert.Equal(2, _server.TokenRequests);
    }

    [Fact]
    public async Task A_token_is_no_younger_for_whoever_takes_it_later()
    {
        _server.Lifetime = TimeSpan.FromMinutes(100);
        await CallAsync(Container());
        _clock.Advance(TimeSpan.FromMinutes(60));
        var late = Container();
        await CallAsync(late);
        Assert.Equal(1, _server.TokenRequests);

        _clock.Advance(TimeSpan.FromMinutes(36));
        await CallAsync(late);

        Assert.Equal(2, _server.TokenRequests);
    }

    [Fact]
    public async Task A_store_that_is_away_makes_no_call_fail_and_is_told_once()
    {
        _store.IsAway = true;
        var containers = Enumerable.Range(0, 2).Select(_ => Container()).ToList();
        await Task.WhenAll(containers.Select(CallAsync));
        Assert.Equal(2, _server.TokenRequests);
        Assert.Equal(2, Warnings());

        _server.Revoke();
        await Task.WhenAll(containers.Select(CallAsync));

        Assert.Equal(4, _server.TokenRequests);
        Assert.Equal(2, Warnings());
    }

    [Fact]
    public async Task It_comes_back_by_itself()
    {
        _store.IsAway = true;
        var containers = Enumerable.Range(0, 3).Select(_ => Container()).ToList();
        await Task.WhenAll(containers.Select(CallAsync));
        _store.IsAway = false;

        _clock.Advance(Retry);
        _server.Revoke();
        using (Ticking(TimeSpan.FromMilliseconds(20)))
        {
            await Task.WhenAll(containers.Select(CallAsync));
        }

        Assert.Equal(3 + 1, _server.TokenRequests);
        Assert.Equal(3, _log.Lines.Count(line => line.StartsWith("Information: The access token can be shared again, after ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_store_that_says_nothing_is_waited_for_so_long_and_no_longer()
    {
        _store.Hangs = true;
        var call = CallAsync(Container());
        await EventuallyAsync(() => _clock.HasTimerDueIn(Patience));
        Assert.Equal(0, _server.TokenRequests);

        _clock.Advance(Patience);
        await call;

        Assert.Equal(1, _server.TokenRequests);
        Assert.Equal(1, Warnings());
    }

    [Fact]
    public async Task A_store_that_falls_silent_while_the_token_comes_is_waited_for_once()
    {
        _server.BeforeToken = _ =>
        {
            _store.Hangs = true;
            return Task.CompletedTask;
        };
        var call = CallAsync(Container());
        await EventuallyAsync(() => _server.Issued.Count == 1 && _clock.HasTimerDueIn(Patience));

        _clock.Advance(Patience);
        await call.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Cancelled);

        Assert.Equal(1, Warnings());
    }

    [Fact]
    public async Task A_store_that_takes_nothing_in_keeps_nobody_from_calling()
    {
        _store.IsFull = true;

        await CallAsync(Container());
        await CallAsync(Container());

        Assert.Equal(2, _server.TokenRequests);
        Assert.Equal(2, Warnings());
    }

    [Fact]
    public async Task What_was_encrypted_with_other_keys_is_as_if_it_were_not_there_and_told_once()
    {
        var (one, other) = (Container(NewProtector()), Container(NewProtector()));
        await CallAsync(one);
        await CallAsync(other);
        Assert.Equal(2, _server.TokenRequests);

        _server.Revoke();
        await CallAsync(one);
        await CallAsync(other);

        Assert.Equal(4, _server.TokenRequests);
        Assert.Equal(2, _log.Lines.Count(line =>
            line.StartsWith("Warning: The shared access token can't be read (the token protector failed, AuthenticationTagMismatchException)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_has_another_secret_is_not_served_by_the_token_of_the_right_one()
    {
        await CallAsync(Container());
        _server.StatusOfToken = _ => 401;

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => CallAsync(Container(secret: "a wrong one")));

        Assert.Equal(2, _server.TokenRequests);
    }

    [Fact]
    public async Task A_token_that_somebody_puts_under_another_account_is_not_sent()
    {
        await CallAsync(Container());
        var stolen = Assert.Single(_store.Contents);
        var other = Container(clientId: "another");
        var key = await KeyAsync(other);
        await _store.AskAsync(key, after: 0, "thief", Retry, Cancelled);
        await _store.StoreAsync(key, "thief", new ProtectedToken(stolen, TimeSpan.FromHours(1), TimeSpan.Zero), Cancelled);

        var before = _server.TokenRequests;
        _server.Revoke();
        await CallAsync(other);

        Assert.Equal(0, _server.Rejections);
        Assert.Equal(before + 1, _server.TokenRequests);
    }

    [Fact]
    public async Task Neither_store_nor_log_is_given_a_secret()
    {
        await CallAsync(Container());
        await CallAsync(Container());
        _store.IsAway = true;
        _server.Revoke();
        await CallAsync(Container());

        Assert.All(_store.Keys, key => Assert.Matches("^[0-9a-f]{64}$", key));
        var seen = _log.Lines.Concat(_store.Contents.Select(Encoding.Latin1.GetString)).ToList();
        foreach (var secret in _server.Issued.Append(TokenServer.ClientId).Append(TokenServer.ClientSecret))
        {
            Assert.DoesNotContain(seen, text => text.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_protector_that_fails_keeps_nobody_from_calling_and_nothing_is_stored()
    {
        await CallAsync(Container(new BrokenProtector()));

        Assert.Empty(_store.Contents);
        Assert.Equal(1, Warnings());
        Assert.DoesNotContain(_log.Lines, line => line.Contains(_server.Issued[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Data_Protection_of_one_key_ring_is_a_protector()
    {
        var directory = Directory.CreateTempSubdirectory("shared-tokens-keys-");
        try
        {
            await CallAsync(Container(new DataProtectionTokenProtector(DataProtectionProvider.Create(directory))));
            await CallAsync(Container(new DataProtectionTokenProtector(DataProtectionProvider.Create(directory))));
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        Assert.Equal(1, _server.TokenRequests);
    }

    [Fact]
    public void Without_a_store_it_is_refused()
    {
        using var services = new ServiceCollection()
            .AddOpenApiClient<PlainClient>("Orders", Configure)
            .ShareToken(_protector)
            .Services.BuildServiceProvider();

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<PlainClient>());

        Assert.Contains("ShareToken is called, but there is no store for the token.", refusal.Message, StringComparison.Ordinal);
    }

    private static AesTokenProtector NewProtector() => new(RandomNumberGenerator.GetBytes(32));

    private static Task CallAsync(ServiceProvider container) => container.GetRequiredService<PlainClient>().GetRateCardsAsync(Cancelled);

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(60), "It did not happen.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancelled);
        }
    }

    private int Warnings() => _log.Lines.Count(line => line == "Warning: The access token can't be shared now, so this process fetches its own");

    private TimeSpan Passed() => _clock.GetElapsedTime(0);

    /// <summary>Under what the token of a container lies.</summary>
    private async Task<string> KeyAsync(ServiceProvider container)
    {
        var before = _store.IsAway;
        var token = _server.StatusOfToken;
        _server.StatusOfToken = _ => 500;
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => CallAsync(container));
        (_store.IsAway, _server.StatusOfToken) = (before, token);
        _clock.Advance(TimeSpan.FromMinutes(1));
        return _store.Keys.Last();
    }

    private TaskCompletionSource HoldToken()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.BeforeToken = _ => answer.Task;
        return answer;
    }

    /// <summary>Lets the clock run until it is disposed of, a step every 10 ms.</summary>
    private CancellationTokenSource Ticking(TimeSpan step)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var until = stop.Token;
        _ = Task.Run(
            async () =>
            {
                while (!until.IsCancellationRequested)
                {
                    _clock.Advance(step);
                    await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);
                }
            },
            Cancelled);
        return stop;
    }

    private ServiceProvider Container(ITokenProtector? protector = null, string secret = TokenServer.ClientSecret, string clientId = TokenServer.ClientId)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddLogging(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Debug));
        var store = _store;
        var container = services
            .AddOpenApiClient<PlainClient>("Orders", options =>
            {
                Configure(options);
                (options.Authentication.ClientCredentials!.ClientSecret, options.Authentication.ClientCredentials.ClientId) = (secret, clientId);
            })
            .ShareToken(_ => protector ?? _protector, _ => store)
            .Services.BuildServiceProvider();
        _containers.Add(container);
        return container;
    }

    private void Configure(OpenApiClientOptions options)
    {
        options.BaseAddress = _server.Address;
        options.Authentication.ClientCredentials = new ClientCredentialsOptions { TokenEndpoint = _server.TokenEndpoint, ClientId = TokenServer.ClientId, ClientSecret = TokenServer.ClientSecret };
        (options.TotalTimeout, options.AttemptTimeout) = (TimeSpan.FromHours(1), TimeSpan.FromMinutes(30));
    }

    private sealed class BrokenProtector : ITokenProtector
    {
        public byte[] Protect(byte[] plaintext) => throw new CryptographicException($"No key for {Encoding.Latin1.GetString(plaintext)}.");

        public byte[] Unprotect(byte[] ciphertext) => throw new CryptographicException("No key.");
    }

    /// <summary>What docs/hosting.md shows.</summary>
    private sealed class DataProtectionTokenProtector(IDataProtectionProvider provider) : ITokenProtector
    {
        private readonly IDataProtector _protector = provider.CreateProtector("SieSmart.AccessToken");

        public byte[] Protect(byte[] plaintext) => _protector.Protect(plaintext);

        public byte[] Unprotect(byte[] ciphertext) => _protector.Unprotect(ciphertext);
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.DependencyInjection;

public sealed class CredentialRotationTests : IDisposable
{
    private const string Category = "SieSmart.Client";

    private readonly LogLines _log = new();

    [Fact]
    public async Task New_credentials_serve_the_next_call_of_the_same_client()
    {
        await using var api = await StubApi.StartAsync();
        var configuration = new ReloadableConfiguration(api);
        await using var services = StartServices(configuration);
        var client = services.Client();
        await client.ReadAsync();

        configuration.Change("ClientSecret", "n3w-secret");
        await client.ReadAsync();
        await client.ReadAsync();

        Assert.Equal(2, api.TokenRequests.Count);
        Assert.Contains("n3w-secret", api.TokenRequests[1].Body, StringComparison.Ordinal);
        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-2"], api.Requests.Select(TokenOf));
        Assert.Contains("client id broker", Assert.Single(_log.Of(LogLevel.Information, Category)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_credentials_are_not_held_up_by_the_failure_of_the_old_ones()
    {
        await using var api = await StubApi.StartAsync();
        var configuration = new ReloadableConfiguration(api);
        await using var services = StartServices(configuration);
        var token = api.Token;
        api.Token = http => StubServer.AnswerAsync(http, 401);
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());

        api.Token = token;
        configuration.Change("ClientSecret", "n3w-secret");
        await services.Client().ReadAsync();

        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Calls_under_way_end_with_the_credentials_that_they_began_with()
    {
        await using var api = await StubApi.StartAsync();
        var configuration = new ReloadableConfiguration(api);
        await using var services = StartServices(configuration);
        var token = api.Token;
        var asked = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        api.Token = async http =>
        {
            if (asked.TrySetResult())
            {
                await mayAnswer.Task;
            }

            await token(http);
        };

        var call = services.Client().ReadAsync();
        await Eventually.EndsAsync(asked.Task);
        configuration.Change("ClientSecret", "n3w-secret");
        await services.Client().ReadAsync();
        mayAnswer.SetResult();
        await call;

        Assert.Equal(2, api.Requests.Count);
        Assert.Contains(StubApi.ClientSecret, api.TokenRequests[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClientSecret", "", "SieSmart:ClientSecret is missing")]
    [InlineData("RequestsPerMinute", "many", "Failed to convert configuration value")]
    public async Task Options_that_became_invalid_leave_the_old_ones_in_use_and_are_told_of_once(string option, string value, string expected)
    {
        await using var api = await StubApi.StartAsync();
        var configuration = new ReloadableConfiguration(api);
        await using var services = StartServices(configuration);
        await services.Client().ReadAsync();

        configuration.Change(option, value);
        for (var call = 0; call < 10; call++)
        {
            await services.Client().ReadAsync();
        }

        Assert.Single(api.TokenRequests);
        var warning = Assert.Single(_log.Of(LogLevel.Warning, Category));
        Assert.Contains("the old ones stay in use", warning, StringComparison.Ordinal);
        Assert.Contains(expected, warning, StringComparison.Ordinal);
        Assert.DoesNotContain(StubApi.ClientSecret, warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_were_put_right_again_are_used()
    {
        await using var api = await StubApi.StartAsync();
        var configuration = new ReloadableConfiguration(api);
        await using var services = StartServices(configuration);
        await services.Client().ReadAsync();
        configuration.Change("ClientSecret", "");
        await services.Client().ReadAsync();

        configuration.Change("ClientSecret", "n3w-secret");
        await services.Client().ReadAsync();

        Assert.Contains("n3w-secret", api.TokenRequests[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BaseAddress", "http://localhost:9/b2b/v1")]
    [InlineData("TokenEndpoint", "http://localhost:9/oauth/token")]
    [InlineData("Environment", "Production")]
    [InlineData("Audience", "https://api.example.com")]
    public async Task The_credentials_of_another_installation_are_not_sent_to_the_one_in_use(string option, string value)
    {
        await using var api = await StubApi.StartAsync();
        var configuration = new ReloadableConfiguration(api);
        await using var services = StartServices(configuration);
        await services.Client().ReadAsync();

        configuration.Change(option, value);
        configuration.Change("ClientSecret", "n3w-secret-of-another-installation");
        await services.Client().ReadAsync();

        Assert.Single(api.TokenRequests);
        Assert.Equal(2, api.Requests.Count);
        Assert.Contains("Restart the application", Assert.Single(_log.Of(LogLevel.Warning, Category)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_other_options_costs_no_token()
    {
        await using var api = await StubApi.StartAsync();
        var configuration = new ReloadableConfiguration(api);
        await using var services = StartServices(configuration);
        await services.Client().ReadAsync();

        configuration.Change("MaxRetries", "1");
        await services.Client().ReadAsync();

        Assert.Single(api.TokenRequests);
    }

    [Fact]
    public async Task A_thousand_rotations_leave_no_thousand_secrets_in_memory()
    {
        await using var api = await StubApi.StartAsync();
        var configuration = new ReloadableConfiguration(api);
        await using var services = StartServices(configuration);

        var secrets = new List<WeakReference>();
        for (var rotation = 0; rotation < 1_000; rotation++)
        {
            secrets.Add(Rotate(configuration));
            await services.Client().ReadAsync();
        }

        Assert.Equal(1_000, api.TokenRequests.Count);
        await Eventually.IsTrueAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return secrets.Count(secret => secret.IsAlive) <= 3;
        });
    }

    public void Dispose() => _log.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Rotate(ReloadableConfiguration configuration)
    {
        var secret = Guid.NewGuid().ToString();
        configuration.Change("ClientSecret", secret);
        return new WeakReference(secret);
    }

    private ServiceProvider StartServices(ReloadableConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(_log));
        services.AddSieSmartClient(configuration.Configuration);
        return services.BuildServiceProvider();
    }

    private static string TokenOf(RecordedRequest request) => Assert.Single(request.Headers["Authorization"]);
}

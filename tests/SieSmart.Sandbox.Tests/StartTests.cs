using SieSmart.Sandbox.Tests.Fixtures;

namespace SieSmart.Sandbox.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task Listens_on_loopback_under_the_path_of_the_real_api()
    {
        await using var sandbox = await LocalSandbox.StartAsync();

        Assert.True(sandbox.BaseAddress.IsLoopback);
        Assert.Equal("/siesmart/b2b/v1", sandbox.BaseAddress.AbsolutePath);
        Assert.Equal("/oauth/token", sandbox.TokenEndpoint.AbsolutePath);
        Assert.NotEqual(0, sandbox.BaseAddress.Port);
    }

    [Fact]
    public async Task Says_so_if_the_port_is_in_use()
    {
        await using var first = await LocalSandbox.StartAsync();

        await Assert.ThrowsAnyAsync<IOException>(() => LocalSandbox.StartAsync(new() { Port = first.BaseAddress.Port }));
    }

    [Fact]
    public async Task Frees_its_port_when_it_is_disposed()
    {
        int port;
        await using (var first = await LocalSandbox.StartAsync())
        {
            port = first.BaseAddress.Port;
        }

        await using var second = await LocalSandbox.StartAsync(new() { Port = port });
        using var caller = await ApiCaller.ConnectAsync(second);
        Assert.NotNull(caller.Token);
    }

    [Fact]
    public async Task Names_the_option_that_is_out_of_its_range()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => LocalSandbox.StartAsync(new() { RequestsPerWindow = 0 }));

        Assert.Contains("SandboxOptions.RequestsPerWindow must be 1 or more", exception.Message, StringComparison.Ordinal);
    }
}

using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using SieSmart.Sandbox.Tests.Fixtures;

namespace SieSmart.Sandbox.Tests;

/// <summary>The tool as a process of its own.</summary>
public sealed partial class ToolTests
{
    [Fact]
    public async Task Help_lists_the_options()
    {
        var (exitCode, output, _) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("--port <number>", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--prot", "There is no option '--prot'. Try --help.")]
    [InlineData("--port", "--port needs a value. Try --help.")]
    [InlineData("--port=5080", "There is no option '--port=5080'. Try --help.")]
    [InlineData("--port 70000", "--port needs a whole number from 0 to 65535, not '70000'.")]
    [InlineData("--retry-after later", "--retry-after is absent, seconds or date, not 'later'.")]
    public async Task Says_which_argument_it_does_not_understand(string arguments, string complaint)
    {
        var (exitCode, _, error) = await RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Equal(complaint, error.TrimEnd());
    }

    [Fact]
    public async Task Says_so_if_the_port_is_in_use()
    {
        await using var sandbox = await LocalSandbox.StartAsync();

        var (exitCode, _, error) = await RunAsync($"--port {sandbox.BaseAddress.Port}");

        Assert.Equal(1, exitCode);
        Assert.Contains("Choose another port", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_where_it_listens_and_answers_there()
    {
        using var process = Start("--port 0 --quoted-etags");
        try
        {
            string? address = null;
            while (address is null && await ReadLineAsync(process) is { } line)
            {
                address = Address().Match(line) is { Success: true } match ? match.Value : null;
            }

            using var client = new HttpClient();
            using var answer = await client.GetAsync(
                new Uri(address + "/common/offices"), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string arguments)
    {
        using var process = Start(arguments);
        using var limit = Limit();
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }

    private static async Task<string?> ReadLineAsync(Process process)
    {
        using var limit = Limit();
        return await process.StandardOutput.ReadLineAsync(limit.Token);
    }

    private static CancellationTokenSource Limit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        return limit;
    }

    private static Process Start(string arguments)
        => Process.Start(new ProcessStartInfo("dotnet", $"\"{typeof(SandboxServer).Assembly.Location}\" {arguments}")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("The tool did not start.");

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/siesmart/b2b/v1", RegexOptions.None, 1000)]
    private static partial Regex Address();
}

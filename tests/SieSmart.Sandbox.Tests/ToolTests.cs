using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Requirements;
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
        Assert.Contains("siesmart-sandbox [options]", output, StringComparison.Ordinal);
        Assert.Matches("only the answers to create and to read carry an ETag", output);
        Assert.Matches(@"--etags-on-writes +Send an ETag with the answer to every write", output);
        Assert.Matches(@"--port <number> .*0 for a free one \[default: 5080\]", output);
        Assert.Matches(@"--retry-after <absent\|seconds\|date> .*429", output);
        Assert.Matches(@"--lose-answer-every <n> .*every n-th request.*504", output);
    }

    [Theory]
    [InlineData("--prot", "Unrecognized command or argument '--prot'.")]
    [InlineData("--prot", "Did you mean one of the following?\n--port\n")]
    [InlineData("--port", "Required argument missing for option: '--port'.")]
    [InlineData("--port=70000", "--port needs a whole number from 0 to 65535, not '70000'.")]
    [InlineData("--port 70000", "--port needs a whole number from 0 to 65535, not '70000'.")]
    [InlineData("--drop-after-every 0", "--drop-after-every needs a whole number from 1 to 2147483647, not '0'.")]
    [InlineData("--latency 1 --latency 2", "Option '--latency' expects a single argument but 2 were provided.")]
    [InlineData("--retry-after later", "--retry-after is one of absent, seconds, date, not 'later'.")]
    public async Task Says_which_argument_it_does_not_understand(string arguments, string complaint)
    {
        var (exitCode, output, error) = await RunAsync(arguments);

        Assert.Equal(64, exitCode);
        Assert.Empty(output);
        Assert.Contains(complaint, error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.EndsWith("Try --help.", error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_its_version()
    {
        var (exitCode, output, _) = await RunAsync("--version");

        Assert.Equal(0, exitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }

    [Fact]
    public async Task Logs_each_request_with_what_is_needed_to_understand_it_unknown_paths_too()
    {
        using var process = Start("--port 0 --requests 1");
        try
        {
            var address = await UntilAsync(process, Address());
            using var client = new HttpClient();
            foreach (var path in new[] { "/common/offices", "/common/offices", "/../v2/offices" })
            {
                using var answer = await client.GetAsync(new Uri(address + path), TestContext.Current.CancellationToken);
            }

            await UntilAsync(process, new Regex(@"GET /common/offices -> 401 in \d+ ms, TOKEN_INVALID: .*, trace [0-9a-f-]{36}", RegexOptions.None, TimeSpan.FromSeconds(1)));
            await UntilAsync(process, new Regex(@"GET /common/offices -> 429 in \d+ ms, RATE_LIMIT_REACHED: ", RegexOptions.None, TimeSpan.FromSeconds(1)));
            await UntilAsync(process, new Regex("GET /siesmart/b2b/v2/offices -> 404 ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task What_it_says_to_try_works_when_it_is_pasted()
    {
        var shell = MachineRequirements.Bash.PathOrSkip();
        using var process = Start("--port 0");
        try
        {
            var text = new System.Text.StringBuilder();
            while (await ReadLineAsync(process) is { } line && !line.Contains("--help lists", StringComparison.Ordinal))
            {
                text.AppendLine(line);
            }

            var commands = text.ToString().Split("Try:")[1].Split("curl -si -X POST")[0];
            using var bash = Process.Start(new ProcessStartInfo(shell, ["-c", commands]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            using var limit = Limit();
            var output = await bash.StandardOutput.ReadToEndAsync(limit.Token);

            Assert.Contains("HTTP/1.1 200 OK", output, StringComparison.Ordinal);
            Assert.Contains("\"proposalId\":100001", output.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
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
            var address = await UntilAsync(process, Address());

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

    /// <summary>Reads lines until one matches, and returns the match.</summary>
    private static async Task<string> UntilAsync(Process process, Regex pattern)
    {
        while (await ReadLineAsync(process) is { } line)
        {
            if (pattern.Match(line) is { Success: true } match)
            {
                return match.Value;
            }
        }

        throw new InvalidOperationException($"The tool ended without a line like '{pattern}'.");
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
        => Process.Start(new ProcessStartInfo("dotnet", $"\"{Path.Combine(AppContext.BaseDirectory, "SieSmart.Sandbox.Tool.dll")}\" {arguments}")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("The tool did not start.");

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/siesmart/b2b/v1", RegexOptions.None, 1000)]
    private static partial Regex Address();
}

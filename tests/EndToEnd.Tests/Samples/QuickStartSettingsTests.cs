using System.Net;
using EndToEnd.Tests.Fixtures;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Faults;

namespace EndToEnd.Tests.Samples;

/// <summary>The QuickStart sample against whatever its settings name.</summary>
public sealed class QuickStartSettingsTests
{
    [Fact]
    public async Task Without_credentials_for_the_test_environment_it_says_what_to_set()
    {
        var run = await QuickStartProcess.RunAsync("--environment", "test");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SieSmart:ClientId is missing", run.Text, StringComparison.Ordinal);
        Assert.Contains("SieSmart:ClientSecret is missing", run.Text, StringComparison.Ordinal);
        Assert.Contains("dotnet user-secrets set SieSmart:ClientId", run.Text, StringComparison.Ordinal);
        Assert.Contains("SieSmart__ClientSecret", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--environment", "test")]
    [InlineData]
    public async Task With_credentials_it_runs_against_the_configured_API(params string[] arguments)
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { PendingDuration = TimeSpan.Zero }, TestContext.Current.CancellationToken);
        using var directory = new TemporaryDirectory();
        var output = Path.Combine(directory.Path, "decision.pdf");

        var run = await QuickStartProcess.RunAsync(Settings(sandbox), ["--output", output, .. arguments]);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains(sandbox.Requests, request => request is { Method: "POST", Path: "/proposals/proposal", Status: 200 });
        Assert.StartsWith("%PDF", await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.ClientSecret, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, character => char.IsControl(character) && character is not ('\n' or '\r'));
    }

    [Fact]
    public async Task A_failure_ends_with_1_a_message_and_the_trace_id()
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Faults = [Fault.Status(HttpStatusCode.InternalServerError).On("POST", "/proposals/proposal")] },
            TestContext.Current.CancellationToken);

        var run = await QuickStartProcess.RunAsync(Settings(sandbox));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The outcome of POST /proposals/proposal is unknown", run.Text, StringComparison.Ordinal);
        Assert.Contains("answered 500 Internal Server Error", run.Text, StringComparison.Ordinal);
        Assert.Contains($"Trace id {sandbox.Requests[^1].TraceId}", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_accepts_a_stale_ETag_is_a_failure()
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { CheckIfMatch = false }, TestContext.Current.CancellationToken);

        var run = await QuickStartProcess.RunAsync(Settings(sandbox));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("A write with the stale ETag", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_credentials_end_with_1_and_the_secret_is_not_shown()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var settings = Settings(sandbox);
        settings["ClientSecret"] = "d0-not-show-this-secret";

        var run = await QuickStartProcess.RunAsync(settings);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("No access token could be had", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("d0-not-show-this-secret", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Environment", "Production")]
    [InlineData("BaseAddress", "https://api.sfs.siemens.cloud/siesmart/b2b/v1")]
    public async Task Never_runs_against_production(string setting, string value)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ClientId"] = "somebody",
            ["ClientSecret"] = "something",
            ["TokenEndpoint"] = "http://localhost:1/oauth/token",
            ["BaseAddress"] = "http://localhost:1/siesmart/b2b/v1",
            [setting] = value,
        };

        var run = await QuickStartProcess.RunAsync(settings, "--environment", "test");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("production", run.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(run.Rows);
    }

    [Theory]
    [InlineData("Unrecognized command or argument '--enviroment'", "--enviroment", "test")]
    [InlineData("Did you mean one of the following?\n--environment\n", "--enviroment", "test")]
    [InlineData("--environment is one of sandbox, test, not 'production'", "--environment", "production")]
    [InlineData("Required argument missing for option: '--sandbox-etags'", "--sandbox-etags")]
    [InlineData("--wait needs a whole number from 1 to 3600, not '0'", "--wait", "0")]
    public async Task An_argument_that_is_not_understood_is_named(string complaint, params string[] arguments)
    {
        var run = await QuickStartProcess.RunAsync(arguments);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(complaint, run.Errors.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.EndsWith("Try --help.", run.Errors.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_options_and_what_they_may_be()
    {
        var run = await QuickStartProcess.RunAsync("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Matches(@"--environment <sandbox\|test> .*credentials.*Never production", run.Output);
        Assert.Matches(@"--sandbox-etags <unquoted\|quoted\|one-second\|on-writes> ", run.Output);
        Assert.Matches(@"--wait <seconds> .*1 to 3600 \[default: 60\]", run.Output);
    }

    private static Dictionary<string, string> Settings(SandboxServer sandbox) => new(StringComparer.Ordinal)
    {
        ["BaseAddress"] = sandbox.BaseAddress.AbsoluteUri,
        ["TokenEndpoint"] = sandbox.TokenEndpoint.AbsoluteUri,
        ["ClientId"] = sandbox.ClientId,
        ["ClientSecret"] = sandbox.ClientSecret,
    };
}

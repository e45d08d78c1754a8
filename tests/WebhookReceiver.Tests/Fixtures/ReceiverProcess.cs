using System.Diagnostics;
using System.Text;

namespace WebhookReceiver.Tests.Fixtures;

/// <summary>The sample as somebody runs it, on a machine that has no settings of its own. Killed with the test.</summary>
internal sealed class ReceiverProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(20);

    private readonly TemporaryDirectory _home = new();
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    public ReceiverProcess(IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments)
    {
        var start = SampleStart.Of("WebhookReceiver", _home.Path, settings, arguments);
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>How often it has written a text.</summary>
    public int CountOf(string text) => Output.Split(text).Length - 1;

    public Task UntilSaysAsync(string text) => UntilAsync(() => Output.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits for something, and fails with what was written if it does not come about.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestWait);
        while (!condition())
        {
            if (limit.IsCancellationRequested)
            {
                Assert.Fail($"It did not come about. The sample wrote:\n{Output}");
            }

            await Task.Delay(LookAgainAfter, TimeProvider.System, CancellationToken.None);
        }
    }

    public async Task<Uri> AddressAsync()
    {
        await UntilAsync(() => Output.Contains(Listening, StringComparison.Ordinal) && Output.Split(Listening)[1].Contains('\n', StringComparison.Ordinal));
        return new Uri(Output.Split(Listening)[1].Split('\n')[0].Trim());
    }

    public async Task<int> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestWait);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _home.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.Append(line.Data).Append('\n');
        }
    }
}

using System.Diagnostics;
using System.Text;

namespace Packages.Tests.Support;

/// <summary>A program that runs until it is stopped.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Lock _lock = new();

    private RunningProgram(Process process) => _process = process;

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_lock)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a program, and waits until it has written a line that contains some text.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    /// <exception cref="TimeoutException">It didn't write that within two minutes.</exception>
    public static async Task<RunningProgram> StartAsync(Command command, string readyText)
    {
        var program = new RunningProgram(command.Start());
        var isReady = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        program._process.OutputDataReceived += (_, line) => program.Read(line.Data, readyText, isReady);
        program._process.ErrorDataReceived += (_, line) => program.Read(line.Data, readyText, isReady);
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        var ended = program._process.WaitForExitAsync();
        try
        {
            await Task.WhenAny(isReady.Task, ended).WaitAsync(Limit, TimeProvider.System);
            return isReady.Task.IsCompleted
                ? program
                : throw new InvalidOperationException($"'{command}' ended before it wrote '{readyText}':\n{program.Output}");
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>What stands behind some text in a line that it has written.</summary>
    public string Behind(string text) => Output.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Contains(text, StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(text, StringComparison.Ordinal) + text.Length)..].Split('(')[0].Trim())
        .First();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Read(string? line, string readyText, TaskCompletionSource isReady)
    {
        lock (_lock)
        {
            _output.Append(line).Append('\n');
        }

        if (line?.Contains(readyText, StringComparison.Ordinal) == true)
        {
            isReady.TrySetResult();
        }
    }
}

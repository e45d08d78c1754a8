using Reliability.Tests.Fixtures;
using SieSmart.Runtime;
using SieSmart.Sandbox.Tracing;

namespace Reliability.Tests.Matrix;

/// <summary>One call under one fault, over a connection that has served a call before.</summary>
internal sealed class Trial : IAsyncDisposable
{
    /// <summary>Of the client's clock: back-off takes a fraction of its time.</summary>
    private const int Speed = 16;

    /// <summary>1.5 seconds of real time: enough for an answer on a busy machine.</summary>
    private static readonly TimeSpan ShortPatience = TimeSpan.FromSeconds(24);

    private static readonly TimeSpan LongPatience = TimeSpan.FromHours(2);

    /// <summary>Of real time: no call may take longer, however it ends.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(40);

    /// <summary>More than any call makes.</summary>
    private const int EveryRequest = 100;

    private readonly Session _session;
    private readonly FaultCase _fault;
    private readonly Operation _operation;

    private Trial(Session session, FaultCase fault, Operation operation)
    {
        _session = session;
        _fault = fault;
        _operation = operation;
    }

    /// <summary>What the call ended with; null is success.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>What the client knows of the call.</summary>
    public OperationContext Context { get; } = new();

    /// <summary>What the server knows of it.</summary>
    public IReadOnlyList<RecordedRequest> Requests { get; private set; } = [];

    public static async Task<Trial> RunAsync(FaultCase fault, Operation operation, Duration duration)
    {
        var session = await Session.StartAsync(new FastTimeProvider(Speed, longestWait: ShortPatience), options =>
        {
            options.AttemptTimeout = fault.IsTimeout ? ShortPatience : LongPatience;
            options.QueueTimeout = LongPatience;
            options.TotalTimeout = LongPatience;
        });
        var trial = new Trial(session, fault, operation);
        try
        {
            await trial.RunAsync(duration, TestContext.Current.CancellationToken);
            return trial;
        }
        catch
        {
            await trial.DisposeAsync();
            throw;
        }
    }

    public Observation Observe() => new(
        Observation.OutcomeOf(Failure, _operation.IsWrite),
        Requests.Count(request => request.WasCarriedOut),
        Requests.Count);

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private async Task RunAsync(Duration duration, CancellationToken cancellationToken)
    {
        var proposal = await Proposals.CreateDecidedAsync(_session.Client, cancellationToken);
        var path = _operation.PathOf(proposal);
        var before = _session.Sandbox.Requests.Count;

        Inject(path, duration == Duration.Once ? 1 : EveryRequest);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestCall);
        Failure = await Record.ExceptionAsync(() => _operation.CallAsync(_session.Client, proposal, Context, limit.Token));
        Requests = await RequestsSinceAsync(before, path, cancellationToken);
    }

    private void Inject(string path, int times)
    {
        if (_fault.Fault is { } fault)
        {
            _session.Sandbox.Faults.Enqueue(fault.On(_operation.Method, path), times);
        }
        else
        {
            _session.Detour.Take(times);
        }
    }

    /// <summary>The sandbox notices a moment later that a caller has given up.</summary>
    private async Task<IReadOnlyList<RecordedRequest>> RequestsSinceAsync(int before, string path, CancellationToken cancellationToken)
    {
        var expected = _fault.Fault is null ? 0 : Context.Attempts;
        var patience = TimeSpan.FromSeconds(5);
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            List<RecordedRequest> requests =
                [.. _session.Sandbox.Requests.Skip(before).Where(request => request.Method == _operation.Method && request.Path == path)];
            if (requests.Count >= expected || TimeProvider.System.GetElapsedTime(started) > patience)
            {
                return requests;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken);
        }
    }
}

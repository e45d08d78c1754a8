using SieSmart.Runtime;

namespace Reliability.Tests.Matrix;

/// <summary>All cells of one operation. A class each, so that operations are tested side by side.</summary>
public abstract class FaultTheory
{
    private readonly Operation _operation;

    private protected FaultTheory(Operation operation) => _operation = operation;

    public static TheoryData<string, Duration> Faults
    {
        get
        {
            var data = new TheoryData<string, Duration>();
            foreach (var fault in FaultCase.All)
            {
                data.Add(fault.Name, Duration.Once);
                data.Add(fault.Name, Duration.Lasting);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Does_what_the_page_says(string fault, Duration duration)
    {
        var faultCase = FaultCase.Named(fault);
        await using var trial = await Trial.RunAsync(faultCase, _operation, duration);
        var observed = trial.Observe();
        TestContext.Current.TestOutputHelper?.WriteLine($"{observed}: {trial.Failure}");

        Assert.Equal(DocumentedMatrix.Expect(faultCase, _operation, duration).ToString(), observed.ToString());
        AssertWriteIsNotResentUnseen(trial, faultCase);
        if (trial.Failure is not null)
        {
            AssertFailureSaysWhatIsKnown(trial, observed);
        }
    }

    private void AssertWriteIsNotResentUnseen(Trial trial, FaultCase fault)
    {
        if (_operation.IsWrite && fault.Fault is not null)
        {
            Assert.Equal(trial.Context.Attempts, trial.Requests.Count);
        }
    }

    private void AssertFailureSaysWhatIsKnown(Trial trial, Observation observed)
    {
        var failure = Assert.IsAssignableFrom<SieSmartException>(trial.Failure);
        Assert.Equal(_operation.Method, failure.Operation!.Method);
        Assert.Equal(_operation.Path, failure.Operation.PathTemplate);
        Assert.Equal(trial.Context.SentETag, failure.SentETag);
        Assert.Equal((int?)trial.Context.StatusCode ?? 0, failure.ResponseStatusCode);
        Assert.Equal(trial.Context.TraceId, failure.TraceId);
        Assert.Equal(observed.Outcome == Observation.Unknown, failure.Message.Contains("unknown", StringComparison.Ordinal));
        Assert.Equal(observed.Outcome == Observation.Applied, failure.Message.Contains("was applied", StringComparison.Ordinal));
        if (failure.TraceId is { } traceId)
        {
            Assert.Contains(traceId, failure.Message, StringComparison.Ordinal);
            Assert.Equal(trial.Requests[^1].TraceId, traceId);
        }
    }
}

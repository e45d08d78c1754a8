using SieSmart.Client.Benchmarks.Variants;

namespace SieSmart.Client.Benchmarks.Measuring;

/// <summary>One thing that every variant does.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Calls">How many calls make a round.</param>
/// <param name="CallAsync">The call.</param>
/// <param name="Callers">How many make the calls at a time, 1 or more.</param>
internal sealed record Case(string Name, int Calls, Func<IVariant, Task> CallAsync, int Callers = 1)
{
    /// <summary>Measures a round of calls.</summary>
    public async Task<Sample> MeasureAsync(IVariant variant)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = TimeProvider.System.GetTimestamp();
        if (Callers == 1)
        {
            await RepeatAsync(variant, Calls).ConfigureAwait(false);
        }
        else
        {
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => RepeatAsync(variant, Calls / Callers)))).ConfigureAwait(false);
        }

        var elapsed = TimeProvider.System.GetElapsedTime(start);
        return new Sample(elapsed.TotalNanoseconds / Calls, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / Calls);
    }

    private async Task RepeatAsync(IVariant variant, int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            await CallAsync(variant).ConfigureAwait(false);
        }
    }
}

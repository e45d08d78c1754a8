using SieSmart.Client.Benchmarks.Variants;

namespace SieSmart.Client.Benchmarks.Measuring;

/// <summary>One thing that every variant does.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Calls">How many calls make a round.</param>
/// <param name="CallAsync">The call.</param>
internal sealed record Case(string Name, int Calls, Func<IVariant, Task> CallAsync)
{
    /// <summary>Measures a round of calls.</summary>
    public async Task<Sample> MeasureAsync(IVariant variant)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = TimeProvider.System.GetTimestamp();
        for (var call = 0; call < Calls; call++)
        {
            await CallAsync(variant).ConfigureAwait(false);
        }

        var elapsed = TimeProvider.System.GetElapsedTime(start);
        return new Sample(elapsed.TotalNanoseconds / Calls, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / Calls);
    }
}

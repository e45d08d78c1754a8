using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using SieSmart.Runtime;

namespace Reliability.Tests.Soak;

/// <summary>What happened, counted. Thread-safe.</summary>
internal sealed class Figures
{
    private readonly ConcurrentDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private int _calls;
    private int _attempts;

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>How many attempts were not the first one of their call.</summary>
    public int Retries => Volatile.Read(ref _attempts) - Calls;

    /// <summary>How often each kind of fault happened, by its name.</summary>
    public IReadOnlyDictionary<string, int> Faults { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>What is not as a worker was told.</summary>
    public IReadOnlyList<string> Wrong { get; set; } = [];

    /// <summary>Requests that the sandbox has seen.</summary>
    public int Requests { get; set; }

    /// <summary>Proposals and their parts that were compared with what workers were told.</summary>
    public int Compared { get; set; }

    /// <summary>How often a caller was told that the outcome is unknown.</summary>
    public int Unknown => _outcomes.GetValueOrDefault(nameof(OutcomeUnknownException));

    public void Count(OperationContext context, Exception? failure)
    {
        Interlocked.Increment(ref _calls);

        // A request that was refused before it was sent has no attempt.
        Interlocked.Add(ref _attempts, Math.Max(context.Attempts, 1));
        _outcomes.AddOrUpdate(NameOf(failure), 1, (_, count) => count + 1);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Line("calls", Calls);
        Line("requests", Requests);
        Line("retries", Retries);
        foreach (var (outcome, count) in _outcomes.OrderByDescending(outcome => outcome.Value))
        {
            Line($"  {outcome}", count);
        }

        Line("faults", Faults.Values.Sum());
        foreach (var (fault, count) in Faults)
        {
            Line($"  {fault}", count);
        }

        Line("compared", Compared);
        Line("wrong", Wrong.Count);
        return text.ToString();

        void Line(string name, int count) => text.Append(CultureInfo.InvariantCulture, $"{name,-40}{count,8}\n");
    }

    private static string NameOf(Exception? failure) => failure?.GetType().Name ?? "success";
}

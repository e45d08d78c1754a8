using System.Collections.Concurrent;

namespace Reliability.Tests.Soak;

/// <summary>What workers were told of the entries that they added to something. Thread-safe.</summary>
/// <remarks>An entry is there once if its write was applied, never if it was not, and at most once if nobody knows.</remarks>
internal sealed class Ledger(string of)
{
    private readonly ConcurrentDictionary<string, Effect> _entries = new(StringComparer.Ordinal);

    public int Count => _entries.Count;

    public void Add(string entry, Effect effect) => _entries[entry] = effect;

    /// <summary>Compares the ledger with what is there.</summary>
    public IEnumerable<string> Compare(IEnumerable<string> present)
    {
        var counts = present.GroupBy(entry => entry, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var (entry, effect) in _entries)
        {
            var count = counts.GetValueOrDefault(entry);
            var isRight = effect switch
            {
                Effect.Applied => count == 1,
                Effect.None => count == 0,
                _ => count is 0 or 1,
            };
            if (!isRight)
            {
                yield return $"{of}: {entry} was reported as {effect}, and is there {count} times";
            }
        }

        foreach (var entry in counts.Keys.Where(entry => !_entries.ContainsKey(entry)))
        {
            yield return $"{of}: {entry} is there, and nobody added it";
        }
    }
}

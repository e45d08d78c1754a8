using System.Collections;

namespace QuickStart.Calls;

/// <summary>The calls so far, in their order. For one call at a time.</summary>
internal sealed class CallLog : IReadOnlyCollection<Call>
{
    private readonly List<Call> _calls = [];

    public int Count => _calls.Count;

    public void Add(Call call) => _calls.Add(call);

    public IEnumerator<Call> GetEnumerator() => _calls.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using Microsoft.CodeAnalysis;
using SieSmart.Analyzers.Flow.Values;

namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>Notes how far the writes are that tasks stand for.</summary>
internal sealed class TaskProgress(FlowMemory memory)
{
    /// <summary>What a task yields to who waits for it.</summary>
    /// <remarks>Waiting for a task tells that it succeeded: had it failed, an exception would have led elsewhere.</remarks>
    public Value Complete(Value awaited, IOperation wait)
    {
        if (awaited is not TaskValue task)
        {
            return memory.Site(wait);
        }

        foreach (var site in Sites(task))
        {
            if (memory.State.Writes.TryGetValue(site, out var write))
            {
                memory.State = memory.State with { Writes = memory.State.Writes.SetItem(site, write with { IsInFlight = false }) };
            }
        }

        return task.Result is GroupValue ? memory.Site(wait) : task.Result;
    }

    /// <summary>Hands a task to code that may look at how it went, and go on after a failure.</summary>
    public void Release(Value value)
    {
        foreach (var site in Sites(value))
        {
            if (memory.State.Writes.TryGetValue(site, out var write) && write.IsInFlight)
            {
                memory.State = memory.State with { Writes = memory.State.Writes.Remove(site) };
            }
        }
    }

    private static IEnumerable<IOperation> Sites(Value value)
    {
        switch (value)
        {
            case TaskValue { Result: SiteValue call }:
                return [call.Site];
            case TaskValue task:
                return Sites(task.Result);
            case GroupValue group:
                return group.Elements.SelectMany(Sites);
            default:
                return [];
        }
    }
}

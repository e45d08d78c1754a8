using System.Collections;
using System.Globalization;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Tracing;

/// <summary>
/// The log scope of a call. Its trace id is that of the last answer at the time when something is logged, since none is
/// known when the call begins.
/// </summary>
internal sealed class CallScope(OperationContext context) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 3;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("Operation", context.Operation?.ToString()),
        1 => new("Attempt", context.Attempts),
        2 => new("TraceId", context.TraceId),
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "A call's scope has three values."),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "Operation:{0} Attempt:{1} TraceId:{2}",
        context.Operation,
        context.Attempts,
        context.TraceId);
}

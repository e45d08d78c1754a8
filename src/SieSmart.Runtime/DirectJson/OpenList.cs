using System.Text.Json;

namespace SieSmart.Runtime.DirectJson;

/// <summary>
/// A list in which some items came that its type has no value for. They are null to whoever looks, and are written where their nulls
/// stand, also after others were put in or taken out.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class OpenList<T> : List<T>
{
    private readonly List<object?> _others = [];

    /// <summary>Takes over what was read before the first such text.</summary>
    public OpenList(List<T> items)
        : base(items)
    {
        foreach (var item in items)
        {
            if (item is null)
            {
                _others.Add(null);
            }
        }
    }

    /// <summary>Adds an item that is null.</summary>
    /// <param name="other">What came: null, a text, or a <see cref="JsonElement"/>.</param>
    public void AddOther(object? other)
    {
        Add(default!);
        _others.Add(other);
    }

    /// <summary>Writes the items.</summary>
    public void Write(Utf8JsonWriter writer, Action<Utf8JsonWriter, T> write)
    {
        // Nobody knows which of the nulls is gone, or new.
        var isWhole = this.Count(item => item is null) == _others.Count;
        var next = 0;
        foreach (var item in this)
        {
            if (item is null && isWhole && _others[next++] is { } other)
            {
                AnyJson.WriteValue(writer, other);
            }
            else
            {
                write(writer, item);
            }
        }
    }
}

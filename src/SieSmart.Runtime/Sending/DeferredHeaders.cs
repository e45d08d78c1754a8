using System.Collections;

namespace SieSmart.Runtime.Sending;

/// <summary>
/// The headers of an answer, copied when somebody looks at them: an exception has them, and few who catch one ask. Like the dictionary
/// that it makes, it may be read by many at once, and changed by one.
/// </summary>
/// <param name="headers">The headers, which nobody changes any more.</param>
internal sealed class DeferredHeaders(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers) : IDictionary<string, IEnumerable<string>>
{
    private object? _copying;
    private bool _isCopied;
    private Dictionary<string, IEnumerable<string>>? _copy;

    /// <inheritdoc/>
    public int Count => Copy.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public ICollection<string> Keys => Copy.Keys;

    /// <inheritdoc/>
    public ICollection<IEnumerable<string>> Values => Copy.Values;

    private ICollection<KeyValuePair<string, IEnumerable<string>>> Pairs => Copy;

    // By one at a time: headers of .NET's are parsed, each at the first look, while one goes through them.
    private Dictionary<string, IEnumerable<string>> Copy => Volatile.Read(ref _copy) ?? LazyInitializer.EnsureInitialized(ref _copy, ref _isCopied, ref _copying, Make)!;

    /// <inheritdoc/>
    public IEnumerable<string> this[string key]
    {
        get => Copy[key];
        set => Copy[key] = value;
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Copy.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out IEnumerable<string> value) => Copy.TryGetValue(key, out value!);

    /// <inheritdoc/>
    public void Add(string key, IEnumerable<string> value) => Copy.Add(key, value);

    /// <inheritdoc/>
    public bool Remove(string key) => Copy.Remove(key);

    /// <inheritdoc/>
    public void Clear() => Copy.Clear();

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IEnumerable<string>>> GetEnumerator() => Copy.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    void ICollection<KeyValuePair<string, IEnumerable<string>>>.Add(KeyValuePair<string, IEnumerable<string>> item) => Pairs.Add(item);

    /// <inheritdoc/>
    bool ICollection<KeyValuePair<string, IEnumerable<string>>>.Contains(KeyValuePair<string, IEnumerable<string>> item) => Pairs.Contains(item);

    /// <inheritdoc/>
    void ICollection<KeyValuePair<string, IEnumerable<string>>>.CopyTo(KeyValuePair<string, IEnumerable<string>>[] array, int arrayIndex) => Pairs.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    bool ICollection<KeyValuePair<string, IEnumerable<string>>>.Remove(KeyValuePair<string, IEnumerable<string>> item) => Pairs.Remove(item);

    private Dictionary<string, IEnumerable<string>> Make()
    {
        var copy = new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers)
        {
            copy[header.Key] = header.Value;
        }

        return copy;
    }
}

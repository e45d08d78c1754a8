namespace SieSmart.Generators.Model;

/// <summary>Makes equatable arrays of sequences.</summary>
internal static class EquatableArrayExtensions
{
    /// <summary>Copies a sequence into an equatable array.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new(items.ToArray());
}

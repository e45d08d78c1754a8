namespace SpecDiff.Wire;

/// <summary>Finds operations again in another document.</summary>
internal static class OperationPairs
{
    /// <summary>Each operation with what has become of it, in the order of the new document; those that are gone come last.</summary>
    public static IReadOnlyList<(WireOperation? Old, WireOperation? New)> Of(IReadOnlyList<WireOperation> old, IReadOnlyList<WireOperation> now)
    {
        var partners = new Dictionary<WireOperation, WireOperation>(ReferenceEqualityComparer.Instance);
        var open = new HashSet<WireOperation>(old, ReferenceEqualityComparer.Instance);

        // The same words first: two paths may differ in the names of their parameters alone.
        Pair(operation => operation.Title);
        Pair(operation => operation.Key);

        // An operationId is there to be the same when all else changes, if both documents have it once.
        Pair(operation => operation.Id ?? "");
        return
        [
            .. now.Select(operation => (partners.GetValueOrDefault(operation), (WireOperation?)operation)),
            .. old.Where(open.Contains).Select(operation => ((WireOperation?)operation, (WireOperation?)null)),
        ];

        void Pair(Func<WireOperation, string> key)
        {
            var olds = Unique(old.Where(open.Contains), key);
            foreach (var operation in Unique(now.Where(operation => !partners.ContainsKey(operation)), key))
            {
                if (operation.Key.Length > 0 && olds.TryGetValue(operation.Key, out var was))
                {
                    partners.Add(operation.Value, was);
                    open.Remove(was);
                }
            }
        }
    }

    private static Dictionary<string, WireOperation> Unique(IEnumerable<WireOperation> operations, Func<WireOperation, string> key) => operations
        .GroupBy(key, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single(), StringComparer.Ordinal);
}

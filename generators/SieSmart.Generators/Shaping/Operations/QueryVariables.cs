using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>
/// The variables of a path's URL templates that stand for query parameters. The runtime takes two of them that differ in
/// case only for one, so the second is encoded further, which means the same to a server.
/// </summary>
internal sealed class QueryVariables
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    /// <param name="names">The names of the query parameters of all operations.</param>
    public QueryVariables(IEnumerable<string> names)
    {
        if (names is ICollection<string> { Count: 0 })
        {
            return;
        }

        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal))
        {
            var variable = UrlTemplates.Encode(name, taken);
            taken.Add(variable);
            _variables.Add(name, variable);
        }
    }

    /// <summary>All variables.</summary>
    public IReadOnlyCollection<string> All => _variables.Values;

    /// <summary>The variable of a query parameter.</summary>
    public string Of(string name) => _variables[name];
}

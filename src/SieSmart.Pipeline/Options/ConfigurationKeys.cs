using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SieSmart.Pipeline;

/// <summary>Reports the keys of a configuration section that no option has: a misspelled one would else have no effect, and nobody would know.</summary>
/// <typeparam name="TOptions">The options that the section is bound to.</typeparam>
/// <param name="name">The name of the options.</param>
/// <param name="section">The section.</param>
/// <param name="known">The names of the options in it, by the path of the section below <paramref name="section"/>; empty for its own.</param>
/// <param name="knowsSections">Whether a section that isn't known is reported, too.</param>
internal sealed class ConfigurationKeys<TOptions>(
    string name,
    IConfigurationSection section,
    IReadOnlyDictionary<string, string[]> known,
    bool knowsSections = true) : IValidateOptions<TOptions>
    where TOptions : class
{
    /// <summary>More differences than this are another word.</summary>
    private const int MostTypos = 3;

    public ValidateOptionsResult Validate(string? nameOfOptions, TOptions options)
    {
        if (!string.Equals(nameOfOptions ?? string.Empty, name, StringComparison.Ordinal))
        {
            return ValidateOptionsResult.Skip;
        }

        var failures = FindUnknown(section, string.Empty).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> FindUnknown(IConfigurationSection at, string path)
    {
        if (!known.TryGetValue(path, out var names))
        {
            yield break;
        }

        foreach (var child in at.GetChildren())
        {
            if (!knowsSections && child.Value is null)
            {
                continue;
            }

            var isItem = names.Length == 0;
            if (!isItem && !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                yield return $"{child.Path} is no option. {Advice(child.Key, names)}";
                continue;
            }

            var key = isItem ? "*" : names.FirstOrDefault(one => one.Equals(child.Key, StringComparison.OrdinalIgnoreCase))!;
            foreach (var failure in FindUnknown(child, path.Length == 0 ? key : $"{path}:{key}"))
            {
                yield return failure;
            }
        }
    }

    private static string Advice(string key, string[] names)
    {
        var nearest = names.Select(one => (Name: one, Distance: TextDistance.Between(key, one))).OrderBy(one => one.Distance).First();
        return nearest.Distance <= MostTypos
            ? $"Did you mean {nearest.Name}?"
            : $"Remove it. The options are {string.Join(", ", names)}.";
    }
}

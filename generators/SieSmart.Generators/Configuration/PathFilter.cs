using System.Text.RegularExpressions;
using SieSmart.Generators.Model;

namespace SieSmart.Generators.Configuration;

/// <summary>
/// Which operations a client has (<c>IncludePaths</c>, <c>ExcludePaths</c>): patterns separated by semicolons, where
/// <c>*</c> stands for anything within a segment and <c>**</c> for anything at all; <c>GET,POST</c> and a space before
/// a pattern limit it to these verbs.
/// </summary>
internal sealed record PathFilter(EquatableArray<string> Include, EquatableArray<string> Exclude)
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Whether the client has an operation.</summary>
    public bool Allows(string path, string verb) =>
        (Include.IsEmpty || Include.Any(pattern => Matches(pattern, path, verb))) &&
        !Exclude.Any(pattern => Matches(pattern, path, verb));

    /// <summary>Whether the client has a path that has no operations, which no pattern with verbs can mean.</summary>
    public bool Allows(string path) =>
        !Include.Concat(Exclude).Any(pattern => pattern.Trim().Contains(' ')) && Allows(path, verb: "");

    /// <summary>Whether a pattern means a path, or an operation of it; a path without operations can be meant by one without verbs.</summary>
    public static bool Matches(string pattern, string path, IEnumerable<string> verbs) => verbs.DefaultIfEmpty("").Any(verb => Matches(pattern, path, verb));

    private static bool Matches(string pattern, string path, string verb)
    {
        var parts = pattern.Split([' '], 2, StringSplitOptions.RemoveEmptyEntries);
        var glob = Regex.Escape(parts[parts.Length - 1].Trim()).Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*");
        return Regex.IsMatch(path, "^" + glob + "$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeout) &&
            (parts.Length == 1 || parts[0].Split(',').Any(allowed => string.Equals(allowed, verb, StringComparison.OrdinalIgnoreCase)));
    }
}

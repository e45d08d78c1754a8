using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SieSmart.Generators.Reading;

/// <summary>
/// Finds the files that a document may lead to, by the file names that are written in it and in them. It may find too many, never
/// too few: what it finds decides only when a client is generated anew.
/// </summary>
internal static class ReferencedFiles
{
    private static readonly char[] Delimiters = ['/', '\\', '"', '\'', ' ', '\t', '\r', '\n', ':', ',', '[', ']', '{', '}', '(', ')', '<', '>', '#', '*', '&', '|'];

    /// <summary>The files that a document may lead to, itself left out, in the order of the project.</summary>
    /// <param name="own">The document, and the overlays that change it.</param>
    /// <param name="all">The OpenAPI documents of the project.</param>
    public static ImmutableArray<AdditionalText> Of(ImmutableArray<AdditionalText> own, ImmutableArray<AdditionalText> all, CancellationToken cancellationToken)
    {
        if (all.Length <= 1)
        {
            return [];
        }

        var byName = all.ToLookup(text => NameOf(text.Path), StringComparer.OrdinalIgnoreCase);
        var extensions = byName.Select(group => ExtensionOf(group.Key)).Where(extension => extension.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var found = new HashSet<AdditionalText>(all.Where(text => !IsPlain(NameOf(text.Path))).Concat(own));
        var open = new Stack<AdditionalText>(found);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var content = open.Pop().GetText(cancellationToken)?.ToString() ?? "";
            foreach (var text in extensions.SelectMany(extension => NamesIn(content, extension)).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(name => byName[name]))
            {
                if (found.Add(text))
                {
                    open.Push(text);
                }
            }
        }

        found.ExceptWith(own);
        return all.Where(found.Contains).ToImmutableArray();
    }

    private static IEnumerable<string> NamesIn(string content, string extension)
    {
        for (var at = content.IndexOf(extension, StringComparison.OrdinalIgnoreCase); at >= 0; at = content.IndexOf(extension, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var start = at == 0 ? 0 : content.LastIndexOfAny(Delimiters, at - 1) + 1;
            yield return content.Substring(start, at + extension.Length - start);
        }
    }

    private static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static string ExtensionOf(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name.Substring(dot) : "";

    /// <summary>Whether a name looks the same wherever it is written: in URLs and in strings of YAML and JSON.</summary>
    private static bool IsPlain(string name) =>
        ExtensionOf(name).Length > 1 && name.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_');
}

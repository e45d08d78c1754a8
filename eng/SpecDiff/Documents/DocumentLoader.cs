using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SpecDiff.Documents;

/// <summary>Reads a document and the files that it refers to from disk.</summary>
internal static partial class DocumentLoader
{
    private const int MaximumFiles = 1000;

    /// <summary>The document, its overlays, and the files that these refer to, each by its full path.</summary>
    /// <param name="path">The document's path.</param>
    /// <param name="overlays">The paths of what changes it.</param>
    /// <exception cref="NotComparableException">A file can't be read.</exception>
    public static DocumentSet Load(string path, IEnumerable<string> overlays)
    {
        var roots = new[] { path }.Concat(overlays).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).ToList();
        var files = new List<AdditionalText>();
        var known = new HashSet<string>(roots, StringComparer.Ordinal);
        var open = new Queue<string>(roots);
        while (open.TryDequeue(out var next))
        {
            var text = Read(next);
            files.Add(new FileText(next, text));
            foreach (Match reference in References().Matches(text.ToString()))
            {
                var target = Path.GetFullPath(Uri.UnescapeDataString(reference.Groups["file"].Value), Path.GetDirectoryName(next)!);

                // The generator says of a file that is missing which line asks for it.
                if (File.Exists(target) && known.Count < MaximumFiles && known.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        return new DocumentSet(files[0], [.. files[1..roots.Count]], [.. files[roots.Count..]]);
    }

    private static SourceText Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return SourceText.From(stream);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new NotComparableException($"'{path}' can't be read: {failure.Message} Check the path: the first argument is the old document, the second the new one, and overlays are those of the options or of the project's item.");
        }
    }

    [GeneratedRegex("""\$ref["']?\s*:\s*["']?(?<file>[^\s"'#,{}:]+)(?=[#"'\s,}]|$)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex References();
}

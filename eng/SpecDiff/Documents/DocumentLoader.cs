using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SpecDiff.Documents;

/// <summary>Reads a document and the files that it refers to from disk.</summary>
internal static partial class DocumentLoader
{
    private const int MaximumFiles = 1000;

    /// <summary>The document, then the files that it refers to, each by its full path.</summary>
    /// <exception cref="NotComparableException">A file can't be read.</exception>
    public static ImmutableArray<AdditionalText> Load(string path)
    {
        var files = new List<AdditionalText>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>();
        Visit(Path.GetFullPath(path));
        while (open.TryDequeue(out var next))
        {
            var text = Read(next);
            files.Add(new FileText(next, text));
            foreach (Match reference in References().Matches(text.ToString()))
            {
                var target = Path.GetFullPath(Uri.UnescapeDataString(reference.Groups["file"].Value), Path.GetDirectoryName(next)!);

                // The generator says of a file that is missing which line asks for it.
                if (File.Exists(target))
                {
                    Visit(target);
                }
            }
        }

        return [.. files];

        void Visit(string file)
        {
            if (known.Count < MaximumFiles && known.Add(file))
            {
                open.Enqueue(file);
            }
        }
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
            throw new NotComparableException($"'{path}' can't be read: {failure.Message} Check the path: the first argument is the old document, the second the new one.");
        }
    }

    [GeneratedRegex("""\$ref["']?\s*:\s*["']?(?<file>[^\s"'#,{}:]+)(?=[#"'\s,}]|$)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex References();
}

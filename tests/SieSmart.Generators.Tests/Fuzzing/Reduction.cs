using System.Globalization;
using System.Text;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Fuzzing;

/// <summary>Makes a document that shows a defect as small as it can.</summary>
internal static class Reduction
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Removes lines as long as the defect stays, writes what is left into a file, and returns a message that names it.</summary>
    /// <param name="number">The number of the document in the corpus.</param>
    /// <param name="defect">What is wrong with a document, or null.</param>
    public static string Report(int number, Func<OpenApiDocument, string?> defect)
    {
        var document = FuzzCorpus.Document(number);
        var what = defect(document);
        var lines = document.Text.Split('\n').ToList();
        var started = TimeProvider.System.GetTimestamp();
        for (var size = lines.Count / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= lines.Count && TimeProvider.System.GetElapsedTime(started) < Limit;)
            {
                var shorter = lines.Where((_, line) => line < at || line >= at + size).ToList();
                if (defect(FuzzCorpus.With(string.Join('\n', shorter), number)) is { } still)
                {
                    lines = shorter;
                    what = still;
                }
                else
                {
                    at += size;
                }
            }
        }

        var path = Path.Combine(AppContext.BaseDirectory, string.Create(CultureInfo.InvariantCulture, $"mutant-{FuzzCorpus.Seed}-{number}.yaml"));
        File.WriteAllText(path, string.Join('\n', lines), Encoding.UTF8);
        return string.Create(CultureInfo.InvariantCulture, $"Seed {FuzzCorpus.Seed}, document {number}, Preconditions={document.Metadata["Preconditions"]}, reduced to {path}: {what}\n{string.Join('\n', lines.Take(60))}");
    }
}

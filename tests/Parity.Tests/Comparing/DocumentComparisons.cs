using System.Collections.Concurrent;
using System.Globalization;
using Parity.Tests.Differences;
using Parity.Tests.Inputs;

namespace Parity.Tests.Comparing;

/// <summary>Compares each document once for all tests that ask, and prints what was found when all have.</summary>
public sealed class DocumentComparisons : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<DocumentComparison>>> _comparisons = new(StringComparer.Ordinal);

    /// <summary>A table with a line for each document.</summary>
    public void Dispose()
    {
        var done = _comparisons.Values.Where(comparison => comparison.Value.IsCompletedSuccessfully).Select(comparison => comparison.Value.Result).OrderBy(comparison => comparison.Document.Name, StringComparer.Ordinal);
        TestContext.Current.SendDiagnosticMessage(
            "{0}", string.Join('\n', done.Select(Line).Prepend($"{"document",-40} {"operations",10} {"requests",9} {"answers",9} {"differences",11} {"ms",8}")));
    }

    internal Task<DocumentComparison> OfAsync(ParityDocument document) =>
        _comparisons.GetOrAdd(document.Path, _ => new(() => DocumentComparison.OfAsync(document, CancellationToken.None))).Value;

    private static string Line(DocumentComparison comparison) => string.Create(
        CultureInfo.InvariantCulture,
        $"{comparison.Document.Name,-40} {comparison.Operations,10} {comparison.Result(ComparisonKind.Request).Compared,9} {comparison.Result(ComparisonKind.Answer).Compared,9} {comparison.Unintended().Count,11} {comparison.Elapsed.TotalMilliseconds,8:F0}{(comparison.IsOfficialClientRunning ? "" : "  no client of Kiota's to compare with")}");
}

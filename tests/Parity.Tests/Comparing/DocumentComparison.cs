using Parity.Tests.Answers;
using Parity.Tests.Clients;
using Parity.Tests.Differences;
using Parity.Tests.Inputs;
using Parity.Tests.Requests;
using Parity.Tests.Shape;

namespace Parity.Tests.Comparing;

/// <summary>Everything that is compared for one document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Operations">How many operations were compared.</param>
/// <param name="IsOfficialClientRunning">Whether Kiota's tool made a client that compiles; without one there is nothing to compare with.</param>
/// <param name="Results">What was compared, by kind.</param>
/// <param name="Elapsed">How long that took.</param>
internal sealed record DocumentComparison(
    ParityDocument Document, int Operations, bool IsOfficialClientRunning, IReadOnlyDictionary<ComparisonKind, ComparisonResult> Results, TimeSpan Elapsed)
{
    /// <summary>Generates all clients of a document, and compares them.</summary>
    public static async Task<DocumentComparison> OfAsync(ParityDocument document, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        var pair = await ClientPair.GenerateAsync(document, ClientForm.New, cancellationToken);
        var older = await ClientPair.GenerateAsync(document, ClientForm.Older, cancellationToken);
        var results = new Dictionary<ComparisonKind, ComparisonResult> { [ComparisonKind.Program] = Programs(document, pair, older) };
        var operations = 0;
        if (pair.Runs)
        {
            var answers = DocumentAnswers.Of(document);
            operations = answers.Operations;
            results[ComparisonKind.Shape] = Shapes(ComparisonKind.Shape, pair);
            results[ComparisonKind.Request] = await RequestComparison.CompareAsync(pair);
            results[ComparisonKind.Answer] = await AnswerComparison.CompareAsync(pair, answers);
        }

        if (older.Runs)
        {
            results[ComparisonKind.OlderShape] = Shapes(ComparisonKind.OlderShape, older);
        }

        return new DocumentComparison(document, operations, pair.Official.Runs, results, TimeProvider.System.GetElapsedTime(start));
    }

    /// <summary>What was found of one kind; nothing where there is no program to compare.</summary>
    public ComparisonResult Result(ComparisonKind kind) => Results.TryGetValue(kind, out var result) ? result : new ComparisonResult(0, []);

    /// <summary>What is said to differ on purpose.</summary>
    public IReadOnlyList<IntendedDifference> Intended() =>
        [.. IntendedDifferences.All.Where(difference => string.Equals(difference.Document, Document.Name, StringComparison.Ordinal))];

    /// <summary>What differs, but not on purpose; of documents of others what is lost.</summary>
    public IReadOnlyList<Difference> Unintended()
    {
        var intended = Intended();
        return [.. Results.Values.SelectMany(result => result.Differences).Where(difference => !intended.Any(entry => entry.Matches(difference)) && !(Document.IsForeign && Gain.Is(difference)))];
    }

    private static ComparisonResult Shapes(ComparisonKind kind, ClientPair pair) =>
        ComparisonResult.Of(kind, ShapeListing.Of(pair.Official.Compilation), ShapeListing.Of(pair.Ours.Compilation));

    private static ComparisonResult Programs(ParityDocument document, ClientPair pair, ClientPair older) => new(4,
    [
        .. document.IsForeign ? [] : Faults("Kiota's", pair.Official).Concat(Faults("Kiota's, for older callers,", older.Official)),
        .. Faults("ours", pair.Ours),
        .. Faults("ours, for older callers,", older.Ours),
    ]);

    private static IEnumerable<Difference> Faults(string whose, CompiledClient client) =>
        client.Faults.Take(3).Select(fault => new Difference(ComparisonKind.Program, $"{whose} is no program: {fault}"));
}

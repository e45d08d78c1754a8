using System.Text;
using CsCheck;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using DirectJson.Tests.Payloads;
using Parity.Tests.Answers;
using Parity.Tests.Calls;
using Parity.Tests.Inputs;

namespace DirectJson.Tests;

/// <summary>Whatever a server sends, direct JSON makes of it what Kiota's does: the same object, the same JSON, the same kind of failure.</summary>
public sealed class PayloadEquivalenceTests
{
    private const int Bodies = 60;

    // The same bodies in each run, so that a failure is the change's; more of them, at random, by DIRECT_JSON_BODIES.
    private const string Seed = "0N0XIzNsQ0O2";

    private static readonly int? RandomBodies = int.TryParse(Environment.GetEnvironmentVariable("DIRECT_JSON_BODIES"), System.Globalization.CultureInfo.InvariantCulture, out var bodies) ? bodies : null;

    private static readonly Gen<Bend> Bends = Gen.Select(
        Gen.Int[0, (int)PayloadChange.Prepend], Gen.Int[0, 2000], Gen.Int[0, 400], (change, place, choice) => new Bend((PayloadChange)change, place, choice));

    public static TheoryData<string> Documents => [.. ParityDocuments.All.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Makes_the_same_of_any_body(string name)
    {
        var client = DirectClient.Of(DocumentEquivalenceTests.DocumentOf(name));
        var answers = client.Executors
            .SelectMany(executor => DocumentEquivalenceTests.AnswersOf(client, executor).Select(answer => (Executor: executor, Answer: answer)))
            .Where(pair => IsJson(pair.Answer))
            .ToList();
        if (answers.Count == 0)
        {
            return;
        }

        var samples = Gen.Select(Gen.Int[0, answers.Count - 1], Bends.List[1, 3]);
        if (RandomBodies is { } count)
        {
            samples.Sample((index, bends) => AssertSame(index, bends), iter: count, threads: 1, print: sample => Text(sample.Item1, sample.Item2));
            return;
        }

        foreach (var (index, bends) in samples.Array[Bodies].Single(_ => true, Seed))
        {
            AssertSame(index, bends);
        }

        void AssertSame(int index, IReadOnlyList<Bend> bends)
        {
            var difference = Difference(client, answers[index].Executor, answers[index].Answer, bends);
            Assert.True(difference is null, $"{Text(index, bends)}\n{difference}");
        }

        string Text(int index, IReadOnlyList<Bend> bends) =>
            $"{answers[index].Executor.Key} {answers[index].Answer}: {string.Join("; ", bends)}\n{Encoding.UTF8.GetString(Payload.Of(answers[index].Answer.Body.Span, bends))}";
    }

    internal static bool IsJson(AnswerCase answer) =>
        answer.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true && answer.Body.Length > 0 && answer.Body.Span[0] != 's';

    private static string? Difference(DirectClient client, Executor executor, AnswerCase answer, IReadOnlyList<Bend> bends) =>
        AnswerEquivalence.DifferenceAsync(client, executor, answer with { Body = Payload.Of(answer.Body.Span, bends) }).GetAwaiter().GetResult();
}

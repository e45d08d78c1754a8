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
    private static readonly int Bodies = int.TryParse(Environment.GetEnvironmentVariable("DIRECT_JSON_BODIES"), System.Globalization.CultureInfo.InvariantCulture, out var bodies) ? bodies : 60;

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

        Gen.Select(Gen.Int[0, answers.Count - 1], Bends.List[1, 3]).Sample(
            (index, bends) =>
            {
                var difference = Difference(client, answers[index].Executor, answers[index].Answer, bends);
                Assert.True(difference is null, difference);
            },
            iter: Bodies,
            threads: 1,
            print: sample => $"{answers[sample.Item1].Executor.Key} {answers[sample.Item1].Answer}: {string.Join("; ", sample.Item2)}\n{Encoding.UTF8.GetString(Payload.Of(answers[sample.Item1].Answer.Body.Span, sample.Item2))}");
    }

    internal static bool IsJson(AnswerCase answer) =>
        answer.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true && answer.Body.Length > 0 && answer.Body.Span[0] != 's';

    private static string? Difference(DirectClient client, Executor executor, AnswerCase answer, IReadOnlyList<Bend> bends) =>
        AnswerEquivalence.DifferenceAsync(client, executor, answer with { Body = Payload.Of(answer.Body.Span, bends) }).GetAwaiter().GetResult();
}

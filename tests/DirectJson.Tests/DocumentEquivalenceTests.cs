using DirectJson.Tests.Clients;
using DirectJson.Tests.Deviations;
using DirectJson.Tests.Equivalence;
using Parity.Tests.Answers;
using Parity.Tests.Calls;
using Parity.Tests.Inputs;
using Parity.Tests.Requests;

namespace DirectJson.Tests;

/// <summary>For every document of the parity tests, direct JSON reads and writes what Kiota's does.</summary>
public sealed class DocumentEquivalenceTests
{
    private const int Shown = 20;

    public static TheoryData<string> Documents => [.. ParityDocuments.All.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Becomes_a_program(string name)
    {
        var client = DirectClient.Of(DocumentOf(name));

        Assert.All(client.Compiled.Faults, fault => Assert.Contains("Swagger 2.0", fault, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Reads_the_same_answers(string name)
    {
        var client = DirectClient.Of(DocumentOf(name));
        var differences = new List<string>();
        foreach (var executor in client.Executors)
        {
            foreach (var answer in AnswersOf(client, executor))
            {
                if (await AnswerEquivalence.DifferenceAsync(client, executor, answer) is { } difference)
                {
                    differences.Add($"{executor.Key}: {answer}\n{difference}");
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join("\n", differences.Take(Shown))}");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Sends_the_same_requests(string name)
    {
        var client = DirectClient.Of(DocumentOf(name));
        if (!client.Compiled.Runs)
        {
            return;
        }

        var differences = new List<string>();
        foreach (var executor in client.Executors.Where(executor => executor.BodyType is not null))
        {
            foreach (var request in RequestCases.Of(executor, client.Samples).Where(request => request.Query is null && request.Body is not (null or Stream)))
            {
                var kiota = await SentAsync(JsonEngine.Kiota, client, executor, request);
                var direct = await SentAsync(JsonEngine.Direct, client, executor, request);
                if (!string.Equals(kiota, direct, StringComparison.Ordinal) && !IsNullForNothing(kiota, direct) && !IsFormThatKiotaRefuses(kiota, direct) && !IntendedDeviations.Accept(name, executor.Key, kiota, direct))
                {
                    differences.Add($"{executor.Key}: {request.Name}\n  Kiota:  {kiota}\n  direct: {direct}");
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join("\n", differences.Take(Shown))}");
    }

    /// <summary>A wrapper that holds nothing is JSON's null, where Kiota sends no JSON at all and can't write more than one.</summary>
    private static bool IsNullForNothing(string kiota, string direct) => string.Equals(kiota + "null", direct, StringComparison.Ordinal);

    private static bool IsFormThatKiotaRefuses(string kiota, string direct) =>
        kiota == "not sent: InvalidOperationException" && direct.Contains("\nContent-Type: application/x-www-form-urlencoded\n", StringComparison.Ordinal);

    internal static ParityDocument DocumentOf(string name) => ParityDocuments.All.Single(document => string.Equals(document.Name, name, StringComparison.Ordinal));

    internal static IReadOnlyList<AnswerCase> AnswersOf(DirectClient client, Executor executor)
    {
        using var probe = new StubTransport(() => throw new InvalidOperationException("Nothing is sent here."));
        return client.Answers is { } answers ? answers.Of(executor.Verb, executor.Template(probe.Adapter(client.Address))) : [];
    }

    private static async Task<string> SentAsync(JsonEngine engine, DirectClient client, Executor executor, RequestCase request)
    {
        using var transport = new StubTransport(() => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        try
        {
            await executor.CallAsync(JsonEngines.Adapter(engine, transport, client.Address, forms: engine), request.Body, request.Query, request.Redirect);
        }
        catch (Exception exception) when (transport.Sent is null)
        {
            return $"not sent: {exception.GetType().Name}";
        }
        catch (Exception exception)
        {
            return $"{transport.Sent}\nthen: {exception.GetType().Name}";
        }

        return transport.Sent ?? "nothing is sent";
    }
}

using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Parity.Tests.Calls;
using Parity.Tests.Clients;
using Parity.Tests.Differences;
using Parity.Tests.Samples;

namespace Parity.Tests.Answers;

/// <summary>Gives both clients, each on the adapter of its own kind, the same answers, and compares what their callers get; and what a new object of each model holds.</summary>
internal static class AnswerComparison
{
    public static async Task<ComparisonResult> CompareAsync(ClientPair pair, DocumentAnswers answers)
    {
        var official = await ReadAllAsync(pair.Official, answers, (transport, address) => transport.Adapter(address));
        var ours = await ReadAllAsync(pair.Ours, answers, (transport, address) => transport.OurAdapter(address));
        return ComparisonResult.Of(ComparisonKind.Answer, official, ours);
    }

    private static async Task<IReadOnlyDictionary<string, string>> ReadAllAsync(CompiledClient client, DocumentAnswers answers, Func<StubTransport, string?, IRequestAdapter> adapter)
    {
        var outcomes = new Dictionary<string, string>(StringComparer.Ordinal);
        var samples = new ModelSamples(client.Assembly);
        var address = BaseAddress.Of(client).ForAdapters;
        foreach (var executor in ClientWalk.Executors(client).Values)
        {
            using var probe = new StubTransport(() => throw new InvalidOperationException("Nothing is sent here."));
            var template = executor.Template(adapter(probe, address));
            foreach (var answer in answers.Of(executor.Verb, template))
            {
                using var transport = new StubTransport(answer.ToMessage);
                var body = executor.BodyType is { } type ? samples.Bodies(type).First() : null;
                outcomes[$"{executor.Key}: {answer}"] = await OutcomeText.OfAsync(() => executor.CallAsync(adapter(transport, address), body, query: null));
            }
        }

        foreach (var model in client.Assembly.GetTypes().Where(type => type is { IsVisible: true, IsClass: true, IsAbstract: false } && typeof(IParsable).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null))
        {
            outcomes[$"new {model.FullName}"] = await OutcomeText.OfAsync(() => Task.FromResult(Activator.CreateInstance(model)));
        }

        return outcomes;
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.Kiota.Abstractions.Serialization;
using Parity.Tests.Answers;
using Parity.Tests.Calls;
using Parity.Tests.Samples;

namespace DirectJson.Tests.RoundTrips;

/// <summary>What became of a body of each operation that was read and written.</summary>
internal sealed partial class RoundTrip
{
    private static readonly System.Reflection.MethodInfo ReadMethod = typeof(RoundTrip).GetMethod(nameof(ReadModel), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

    private readonly DirectClient _client;
    private readonly Dictionary<string, string> _differences = new(StringComparer.Ordinal);
    private readonly HashSet<(Type Result, string Body)> _read = [];
    private readonly HashSet<Type> _written = [];

    private readonly ModelSamples _samples;

    private RoundTrip(DirectClient client)
    {
        _client = client;
        _samples = new ModelSamples(client.Compiled.Assembly, IsTold);
    }

    /// <summary>How many bodies were tried, what is alike of several operations once.</summary>
    public int Bodies { get; private set; }

    /// <summary>Where bodies differ, each place of a type once.</summary>
    public IReadOnlyCollection<string> Differences => _differences.Values;

    /// <summary>Tries all operations of a client.</summary>
    public static async Task<RoundTrip> OfAsync(DirectClient client)
    {
        var trip = new RoundTrip(client);
        foreach (var executor in client.Executors)
        {
            await trip.ReadAsync(executor);
            if (executor.BodyType is { } type && typeof(IParsable).IsAssignableFrom(type) && type.GetMethod("CreateFromDiscriminatorValue") is not null && trip._written.Add(type))
            {
                trip.Write(executor, type);
            }
        }

        return trip;
    }

    private async Task ReadAsync(Executor executor)
    {
        if (!ReturnsModels(executor, out var result))
        {
            return;
        }

        foreach (var answer in DocumentEquivalenceTests.AnswersOf(_client, executor).Where(IsOfSchema))
        {
            var came = Encoding.UTF8.GetString(answer.Body.Span);
            if (_read.Add((result, came)))
            {
                Bodies++;
                await ReadAsync(executor, answer, came);
            }
        }
    }

    private async Task ReadAsync(Executor executor, AnswerCase answer, string came)
    {
        using var transport = new StubTransport(answer.ToMessage);
        var body = executor.BodyType is { } type ? _samples.Bodies(type).First() : null;
        object? value;
        try
        {
            value = await executor.CallAsync(JsonEngines.Adapter(JsonEngine.Direct, transport, _client.Address), body, query: null);
        }
        catch (Exception exception)
        {
            if (!IsStandIn(came, exception.Message))
            {
                Add(executor, answer.ToString(), Digits().Replace(exception.Message, "#"), came, exception.Message);
            }

            return;
        }

        if (value is IParsable or IEnumerable<IParsable?>)
        {
            var written = new Outcome(value, Text: "").Written(JsonEngine.Direct);
            Compare(executor, answer.ToString(), came, written, isComplete: answer.Name.StartsWith("variant", StringComparison.Ordinal));
        }
    }

    private void Write(Executor executor, Type type)
    {
        foreach (var body in _samples.Bodies(type).OfType<IParsable>())
        {
            var sent = JsonEngines.Written(JsonEngine.Direct, body);
            if (!sent.StartsWith('{') || Faithfulness.ContradictsItself(sent))
            {
                continue;
            }

            Bodies++;
            try
            {
                Compare(executor, "what is sent", sent, JsonEngines.Written(JsonEngine.Direct, Read(type, sent)), isComplete: true);
            }
            catch (JsonException exception)
            {
                Add(executor, "what is sent", Digits().Replace(exception.Message, "#"), sent, exception.Message);
            }
        }
    }

    private void Compare(Executor executor, string what, string came, string written, bool isComplete)
    {
        if (Faithfulness.PlaceOfDifference(Encoding.UTF8.GetBytes(came), written, isComplete) is { } place)
        {
            Add(executor, what, Digits().Replace(place, "#"), came, $"{place}\n{written}");
        }
    }

    private void Add(Executor executor, string what, string kind, string came, string became) =>
        _differences.TryAdd($"{executor.Method.ReturnType} {what.StartsWith("what", StringComparison.Ordinal)} {kind}", $"{executor.Key}: {what}\n  {became}\n  came: {came}");

    /// <summary>Whether what is written of a new instance tells that it is no plain one of its base.</summary>
    private static bool IsTold(Type parent, Type type)
    {
        if (type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null || parent.GetMethod("CreateFromDiscriminatorValue") is null)
        {
            return false;
        }

        try
        {
            return Read(parent, JsonEngines.Written(JsonEngine.Direct, (IParsable)Activator.CreateInstance(type)!)).GetType() == type;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IParsable Read(Type type, string json)
    {
        var factory = Delegate.CreateDelegate(typeof(ParsableFactory<>).MakeGenericType(type), type.GetMethod("CreateFromDiscriminatorValue")!);
        return (IParsable)ReadMethod.MakeGenericMethod(type).Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, binder: null, [json, factory], culture: null)!;
    }

    private static bool ReturnsModels(Executor executor, out Type result)
    {
        result = executor.Method.ReturnType.GetGenericArguments() is [var value] ? value : typeof(void);
        return typeof(IParsable).IsAssignableFrom(result.GetGenericArguments() is [var item] ? item : result);
    }

    /// <summary>Whether a schema allows it. Null in place of a whole model is told to the caller, wherever it may be.</summary>
    private static bool IsOfSchema(AnswerCase answer) =>
        answer.Status < 300 && !answer.Body.Span.SequenceEqual("null"u8) && PayloadEquivalenceTests.IsJson(answer) && !string.Equals(answer.Name, nameof(SampleExtent.WithUndeclared), StringComparison.Ordinal);

    /// <summary>Whether what is refused stands for a schema of nothing but null, of which samples have no other value than for no schema at all.</summary>
    private static bool IsStandIn(string came, string reason) =>
        Refusal().Match(reason) is { Success: true } refusal
        && Encoding.UTF8.GetBytes(came).AsSpan(int.Parse(refusal.Groups["byte"].ValueSpan, CultureInfo.InvariantCulture)) is var value
        && (value.StartsWith("{\"anything\":"u8) || value.StartsWith("{}"u8));

    [GeneratedRegex(@"the object at byte (?<byte>\d+) can't be read", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    private static T ReadModel<T>(string json, ParsableFactory<T> factory)
        where T : IParsable => ValueClient.Node(JsonEngine.Direct, json).GetObjectValue(factory);
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.CodeAnalysis;
using Microsoft.Kiota.Abstractions.Serialization;
using Parity.Tests.Answers;
using Parity.Tests.Calls;
using Parity.Tests.Inputs;

namespace DirectJson.Tests;

/// <summary>
/// Of each operation a body that its schema allows comes back equal when it was read and written: of the documents that travel with the
/// tests, or of those in the folder that <c>PARITY_DOCUMENTS</c> names, if it names one; <c>eng/vendors.sh</c> does.
/// </summary>
public sealed partial class RoundTripTests
{
    private const int Shown = 20;

    private static readonly System.Reflection.MethodInfo ReadMethod = typeof(RoundTripTests).GetMethod(nameof(ReadModel), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

    private static IReadOnlyList<ParityDocument> Chosen => ParityDocuments.Vendors.Count > 0 ? ParityDocuments.Vendors : ParityDocuments.All;

    public static TheoryData<string> Documents => [.. Chosen.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Compiles_without_a_warning(string name)
    {
        var client = DirectClient.Of(Chosen.Single(document => document.Name == name));

        Assert.Empty(client.Compiled.Faults);
        Assert.DoesNotContain(client.Compiled.Compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false });
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_body_of_each_operation_comes_back_equal(string name)
    {
        var document = Chosen.Single(document => document.Name == name);
        using var written = new TemporaryDocument(WithoutReadOnly(document.Text), Path.GetExtension(document.Path));
        var client = DirectClient.Of(document.Text == written.Document.Text ? document : written.Document);
        var differences = new List<string>();
        foreach (var executor in client.Executors)
        {
            foreach (var answer in DocumentEquivalenceTests.AnswersOf(client, executor).Where(answer => ReturnsModels(executor) && IsOfSchema(answer)))
            {
                if (await DifferenceAsync(client, executor, answer) is { } difference)
                {
                    differences.Add($"{executor.Key}: {answer}\n{difference}");
                }
            }

            if (executor.BodyType is { } type && typeof(IParsable).IsAssignableFrom(type) && type.GetMethod("CreateFromDiscriminatorValue") is not null)
            {
                differences.AddRange(client.Samples.Bodies(type).OfType<IParsable>().Select(body => Difference(body, type)).OfType<string>().Select(difference => $"{executor.Key}, what is sent:\n{difference}"));
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join("\n", differences.Take(Shown))}");
    }

    /// <summary>What only a server sets is not written back, which is no loss.</summary>
    private static string WithoutReadOnly(string text) => text
        .Replace("readOnly: true", "readOnly: false", StringComparison.Ordinal)
        .Replace("\"readOnly\": true", "\"readOnly\": false", StringComparison.Ordinal)
        .Replace("\"readOnly\":true", "\"readOnly\":false", StringComparison.Ordinal);

    private static bool ReturnsModels(Executor executor) =>
        executor.Method.ReturnType.GetGenericArguments() is [var result] && typeof(IParsable).IsAssignableFrom(result.GetGenericArguments() is [var item] ? item : result);

    private static bool IsOfSchema(AnswerCase answer) =>
        answer.Status < 300 && PayloadEquivalenceTests.IsJson(answer) && !string.Equals(answer.Name, nameof(Parity.Tests.Samples.SampleExtent.WithUndeclared), StringComparison.Ordinal);

    /// <summary>Whether what is refused stands for a schema of nothing but null, of which samples have no other value than for no schema at all.</summary>
    private static bool IsStandIn(string came, string? reason) =>
        reason is not null && Refusal().Match(reason) is { Success: true } refusal
        && Encoding.UTF8.GetBytes(came).AsSpan(int.Parse(refusal.Groups["byte"].ValueSpan, CultureInfo.InvariantCulture)) is var value
        && (value.StartsWith("{\"anything\":"u8) || value.StartsWith("{}"u8));

    [GeneratedRegex(@"the object at byte (?<byte>\d+) can't be read", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Refusal();

    private static async Task<string?> DifferenceAsync(DirectClient client, Executor executor, AnswerCase answer)
    {
        using var transport = new StubTransport(answer.ToMessage);
        var body = executor.BodyType is { } type ? client.Samples.Bodies(type).First() : null;
        var outcome = await Outcome.OfAsync(() => executor.CallAsync(JsonEngines.Adapter(JsonEngine.Direct, transport, client.Address), body, query: null));
        var came = Encoding.UTF8.GetString(answer.Body.Span);
        if (outcome.Failed)
        {
            return IsStandIn(came, outcome.Reason) ? null : $"came: {came}\n{outcome.Text}: {outcome.Reason}";
        }

        var written = outcome.Written(JsonEngine.Direct);
        return outcome.Value is IParsable or IEnumerable<IParsable?> && !Faithfulness.IsCarried(answer.Body, written, isComplete: answer.Name.StartsWith("variant", StringComparison.Ordinal))
            ? $"came:    {came}\nwritten: {written}"
            : null;
    }

    private static string? Difference(IParsable body, Type type)
    {
        var sent = JsonEngines.Written(JsonEngine.Direct, body);
        if (!sent.StartsWith('{'))
        {
            return null;
        }

        var factory = Delegate.CreateDelegate(typeof(ParsableFactory<>).MakeGenericType(type), type.GetMethod("CreateFromDiscriminatorValue")!);
        string again;
        try
        {
            again = JsonEngines.Written(JsonEngine.Direct, (IParsable)ReadMethod.MakeGenericMethod(type).Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, binder: null, [sent, factory], culture: null)!);
        }
        catch (System.Text.Json.JsonException exception)
        {
            again = exception.Message;
        }

        return Faithfulness.IsCarried(Encoding.UTF8.GetBytes(sent), again, isComplete: true) ? null : $"sent:    {sent}\nwritten: {again}";
    }

    private static T ReadModel<T>(string json, ParsableFactory<T> factory)
        where T : IParsable => ValueClient.Node(JsonEngine.Direct, json).GetObjectValue(factory);
}

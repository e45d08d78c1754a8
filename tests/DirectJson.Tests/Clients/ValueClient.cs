using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using DirectJson.Tests.Equivalence;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Kiota.Abstractions.Serialization;
using Parity.Tests.Clients;

namespace DirectJson.Tests.Clients;

/// <summary>A client whose only model, <c>Holder</c>, has one property, <c>value</c>, of a schema.</summary>
internal sealed class ValueClient
{
    private static readonly MethodInfo ReadMethod = typeof(ValueClient).GetMethod(nameof(ReadModel), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly ConcurrentDictionary<string, Lazy<ValueClient>> Known = new(StringComparer.Ordinal);

    private readonly Type _holder;

    private ValueClient(CompiledClient client)
    {
        Assert.Empty(client.Faults);
        _holder = client.Assembly.GetType("Api.Models.Holder")!;
    }

    /// <summary>The client of a property's schema.</summary>
    public static ValueClient OfSchema(string schema) => OfComponents($"Holder: {{ type: object, properties: {{ value: {schema} }} }}");

    /// <summary>The client of some components, among which is <c>Holder</c>.</summary>
    /// <param name="components">The components, one a line.</param>
    /// <param name="handWritten">What stands beside the client in its project.</param>
    /// <param name="isError">Whether a holder is what is answered when something is wrong.</param>
    public static ValueClient OfComponents(string components, string handWritten = "", bool isError = false) =>
        Known.GetOrAdd(components + handWritten + isError, _ => new(() => Compile(components, handWritten, isError))).Value;

    /// <summary>A new instance of a model.</summary>
    public IParsable New(string model = "Holder") => (IParsable)Activator.CreateInstance(_holder.Assembly.GetType("Api.Models." + model)!)!;

    /// <summary>Reads a model from bytes.</summary>
    public IParsable Read(JsonEngine engine, byte[] json, string model = "Holder")
    {
        var type = _holder.Assembly.GetType("Api.Models." + model)!;
        var factory = Delegate.CreateDelegate(typeof(ParsableFactory<>).MakeGenericType(type), type.GetMethod("CreateFromDiscriminatorValue")!);
        return (IParsable)ReadMethod.MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [engine, json, factory], culture: null)!;
    }

    /// <summary>Reads a holder.</summary>
    public IParsable Read(JsonEngine engine, string json) => Read(engine, Encoding.UTF8.GetBytes(json));

    /// <summary>What an engine writes of what it read of a value, or the kind of exception that it throws.</summary>
    public string Through(JsonEngine engine, string value)
    {
        try
        {
            var written = JsonEngines.Written(engine, Read(engine, $$"""{"value":{{value}}}"""));
            return written.StartsWith("""{"value":""", StringComparison.Ordinal) ? written["""{"value":""".Length..^1] : written;
        }
        catch (Exception exception)
        {
            return "throws " + Outcome.KindOf(exception);
        }
    }

    /// <summary>A node of some JSON.</summary>
    public static IParseNode Node(JsonEngine engine, string json) =>
        JsonEngines.Reading(engine).GetRootParseNodeAsync("application/json", new MemoryStream(Encoding.UTF8.GetBytes(json)), CancellationToken.None).GetAwaiter().GetResult();

    private static ValueClient Compile(string components, string handWritten, bool isError)
    {
        var status = isError ? "default" : "200";
        var document = "openapi: 3.1.0\ninfo: { title: Values, version: '1' }\npaths:\n  /holders:\n    get:\n      responses:\n        '" + status + "': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Holder' } } } }\ncomponents:\n  schemas:\n"
            + string.Concat(components.Split('\n').Select(line => $"    {line}\n"));
        var (sources, faults) = DirectClient.Generate(document, path: "", LanguageVersion.Latest);
        return new ValueClient(new CompiledClient([.. sources, new ClientSource("HandWritten.cs", handWritten)], faults));
    }

    private static T ReadModel<T>(JsonEngine engine, byte[] json, ParsableFactory<T> factory)
        where T : IParsable =>
        JsonEngines.Reading(engine).GetRootParseNodeAsync("application/json", new MemoryStream(json), CancellationToken.None).GetAwaiter().GetResult().GetObjectValue(factory);
}

using System.Net;
using System.Text;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Kiota.Abstractions;
using Parity.Tests.Answers;
using Parity.Tests.Calls;
using Parity.Tests.Clients;

namespace DirectJson.Tests.Constructs;

/// <summary>The client of a construct's document, compiled, and what becomes of its one call.</summary>
internal sealed class ConstructClient
{
    private readonly Construct _construct;
    private readonly CompiledClient _client;

    public ConstructClient(Construct construct)
    {
        _construct = construct;
        (var sources, Diagnostics) = DirectClient.Run(construct.Document, path: "", LanguageVersion.Latest, mode: "None", directJson: null);
        _client = new CompiledClient(sources, Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
    }

    /// <summary>What the generator says.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Why there is no program.</summary>
    public IReadOnlyList<string> Faults => _client.Faults;

    /// <summary>What a caller gets, and what was sent.</summary>
    public async Task<(Outcome Outcome, string? Sent)> CallAsync()
    {
        var executor = ClientWalk.Executors(_client).Values.First();
        using var transport = new StubTransport(() => _construct.Answer is null
            ? new HttpResponseMessage(HttpStatusCode.NoContent)
            : new AnswerCase("", 200, "application/json", Encoding.UTF8.GetBytes(_construct.Answer)).ToMessage());
        var body = executor.BodyType is { } type && _construct.Body is { } json ? BodyOf(type, json) : null;
        var outcome = await Outcome.OfAsync(() => executor.CallAsync(JsonEngines.Adapter(JsonEngine.Direct, transport, BaseAddress.Of(_client).ForAdapters), body, Set));
        return (outcome, transport.Sent);
    }

    private void Set(object query)
    {
        foreach (var (name, text) in _construct.Query)
        {
            var property = query.GetType().GetProperty(name) ?? throw new InvalidOperationException($"There is no query parameter {name} among {string.Join(", ", query.GetType().GetProperties().Select(candidate => candidate.Name))}.");
            property.SetValue(query, QueryValue.Of(property.PropertyType, text));
        }
    }

    private static object BodyOf(Type type, string json)
    {
        if (type == typeof(MultipartBody))
        {
            var parts = new MultipartBody();
            foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject())
            {
                parts.AddOrReplacePart(name, "text/plain", value!.ToString());
            }

            return parts;
        }

        return JsonBody.Of(type, json);
    }
}

using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SieSmart.Sandbox.Tests.Fixtures;

/// <summary>An answer of the sandbox, read to its end. Header values are raw: the typed ETag refuses unquoted ones.</summary>
internal sealed record Answer(
    HttpStatusCode Status,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Content)
{
    public string? ETag => Headers.GetValueOrDefault("ETag");

    public string? TraceId => Headers.GetValueOrDefault("X-B2B-TRACE-ID");

    public string? RetryAfter => Headers.GetValueOrDefault("Retry-After");

    public JsonNode Json => JsonNode.Parse(Content) ?? throw new JsonException("The body is null.");

    public string Text(string name) => Json[name]?.GetValue<string>() ?? throw new JsonException($"No '{name}' in {Json}.");

    public long ProposalId => Json["proposalId"]!.GetValue<long>();

    public string? DecisionStatus => Json["decision"]?["decisionStatus"]?.GetValue<string>();

    /// <summary>The field names of an error's violations.</summary>
    public IReadOnlyList<string> ViolatedFields
        => [.. Json["violations"]?.AsArray().Select(violation => violation!["field"]!.GetValue<string>()) ?? []];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = response.Headers.NonValidated
            .Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Parity.Tests.Inputs;
using Parity.Tests.Samples;

namespace Parity.Tests.Answers;

/// <summary>The answers that a document declares for its operations, as a reader has it that neither generator wrote.</summary>
internal sealed partial class DocumentAnswers
{
    private static readonly AnswerCase[] Undeclared =
    [
        new("nothing", 204, MediaType: null, Body: default),
        new("an undeclared error", 418, "application/json", """{"message":"short and stout","code":"teapot"}"""u8.ToArray()),
        new("an undeclared error", 500, "text/plain", "broken"u8.ToArray()),
    ];

    private readonly Dictionary<string, List<AnswerCase>> _answers = new(StringComparer.Ordinal);

    private DocumentAnswers(OpenApiDocument document)
    {
        var samples = new SchemaSamples(document);
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (verb, operation) in item.Operations ?? [])
            {
                Operations++;
                var key = Key(verb.Method, path);
                var cases = (operation.Responses ?? []).SelectMany(response => Answers(response.Key, response.Value, samples)).Concat(Undeclared);
                (_answers.TryGetValue(key, out var known) ? known : _answers[key] = []).AddRange(cases);
            }
        }
    }

    /// <summary>How many operations there are.</summary>
    public int Operations { get; }

    public static DocumentAnswers Of(ParityDocument document)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        var format = document.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? OpenApiConstants.Json : OpenApiConstants.Yaml;
        var result = OpenApiDocument.Parse(document.Text, format, settings);
        return new DocumentAnswers(result.Document ?? throw new InvalidDataException($"'{document.Path}' can't be read: {string.Join("; ", result.Diagnostic?.Errors ?? [])}"));
    }

    /// <summary>What is declared for a verb of a URL template.</summary>
    public IReadOnlyList<AnswerCase> Of(string verb, string urlTemplate) =>
        _answers.TryGetValue(Key(verb, PathOf(urlTemplate)), out var cases) ? cases : Undeclared;

    private static IEnumerable<AnswerCase> Answers(string code, IOpenApiResponse response, SchemaSamples samples)
    {
        var status = code.ToUpperInvariant() switch
        {
            "DEFAULT" => 421,
            "2XX" => 207,
            "4XX" => 423,
            "5XX" => 507,
            var number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0,
        };
        if (status is < 200 or > 599)
        {
            yield break;
        }

        if (response.Content is not { Count: > 0 } content)
        {
            yield return new AnswerCase("", status, MediaType: null, Body: default);
            yield break;
        }

        foreach (var (mediaType, description) in content)
        {
            var isJson = mediaType.Contains("json", StringComparison.OrdinalIgnoreCase);
            if (!isJson || description.Schema is null)
            {
                yield return new AnswerCase("text", status, mediaType.Contains('*', StringComparison.Ordinal) ? "application/octet-stream" : mediaType, "some text"u8.ToArray());
                continue;
            }

            foreach (var (name, body) in samples.Of(description.Schema))
            {
                yield return new AnswerCase(name, status, mediaType, Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null"));
            }

            yield return new AnswerCase("an empty body", status, mediaType, Body: default);
        }
    }

    private static string Key(string verb, string path) => $"{verb.ToUpperInvariant()} {Parameter().Replace(path, "{}").TrimEnd('/')}";

    private static string PathOf(string urlTemplate)
    {
        var path = urlTemplate.Replace("{+baseurl}", "", StringComparison.Ordinal);
        var query = path.IndexOfAny(['?'], 0);
        return query < 0 ? path : path[..(path[query - 1] == '{' ? query - 1 : query)];
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}

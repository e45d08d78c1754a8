using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Fuzzing;
using SieSmart.Generators.Tests.Robustness;

namespace SieSmart.Generators.Tests.Incremental;

/// <summary>After an edit a document is read in part. What comes of it is what comes of the whole.</summary>
public sealed class EditTests
{
    private const int Histories = 60;
    private const int EditsOfEach = 25;

    private static readonly CSharpCompilation Nothing = CSharpCompilation.Create("Nothing");

    // Lines that mean something for those around them, wherever they stand.
    private static readonly string[] Lines =
    [
        "# a comment", "    # a comment", "", "   ", "\t", "\tname: x", "%TAG !e! tag:example.com,2000:", "%YAML 1.2", "%OTHER", "---", "...", "--- x", "<<: { type: object }", "<<: *anchor",
        "description: |", "description: |+", "description: >-", "description: |2", "x-more: 'it goes", "x-more: \"it goes", "    on'", "    on\"", "x-flow: {", "  a: [ 1,", "  2 ] }", "}", "]", "- x", "? x", ": y", "just words",
        "x-anchor: &anchor { type: string }", "x-alias: *anchor", "x-tag: !e!x y", "x-tag: !!str y", "'x-quoted': 1 # one", "\"x-double\": 2", "x-plain: words # and a comment", "type: object", "paths:", "components:",
        "  schemas:", "  /added: { get: { responses: { '200': { description: ok } } } }", "    Added: { type: object, properties: { a: { type: string } } }", "below-the-piece: 0", "above:", "  above: 1", "x\u2028y: z",
    ];

    private static readonly string[] Insertions = ["&a ", "*a", "!!str ", "!e!x ", "'", "\"", "{", "}", "[", "]", ", ", ": ", ":", " #", "#", "- ", "? ", "|", ">", "%", "\t", "\r", "\n", "\n\n", "\r\n", "\u0085", "\u2028", "\0", "\ufeff", " ", "  ", "x", "Ä"];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_document_after_many_edits_is_the_document_read_anew(string lineBreak)
    {
        var failed = new ConcurrentBag<string>();
        Parallel.For(0, Histories, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, number =>
        {
            if (Difference(Text(number).Replace("\n", lineBreak, StringComparison.Ordinal), new Random(number)) is { } difference)
            {
                failed.Add($"History {number}: {difference}");
            }
        });

        Assert.True(failed.IsEmpty, string.Join("\n\n", failed.Order(StringComparer.Ordinal).Take(3)));
    }

    private static string? Difference(string text, Random random)
    {
        AdditionalText open = new DocumentText(Documents.Client(text));
        var driver = Driver(Documents.Client(text), open);
        for (var edit = 0; edit < EditsOfEach; edit++)
        {
            var edited = Documents.Client(Edit(text, random));
            AdditionalText next = new DocumentText(edited);
            driver = driver.ReplaceAdditionalText(open, next).RunGenerators(Nothing, TestContext.Current.CancellationToken);
            open = next;
            var fresh = BareRun.Of(edited);
            var (expected, actual) = (Outcome(fresh), Outcome(driver.GetRunResult().Results.Single()));
            if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
            {
                return $"edit {edit} gives\n{string.Join('\n', actual.Except(expected, StringComparer.Ordinal))}\ninstead of\n{string.Join('\n', expected.Except(actual, StringComparer.Ordinal))}\nAfter an edit of:\n{text}\nto:\n{edited.Text}";
            }

            // As people do: what is spoiled is mended at once, most of the time.
            text = fresh.GeneratedSources.Length > 0 && random.Next(4) > 0 ? edited.Text : text;
        }

        return null;
    }

    private static GeneratorDriver Driver(OpenApiDocument document, AdditionalText text) => CSharpGeneratorDriver
        .Create([new OpenApiClientGenerator().AsSourceGenerator()], [text], parseOptions: null, new MetadataOptionsProvider([document]))
        .RunGenerators(Nothing, TestContext.Current.CancellationToken);

    private static List<string> Outcome(GeneratorRunResult result) =>
    [
        result.Exception?.ToString() ?? "no exception",
        .. result.Diagnostics.Select(diagnostic => diagnostic.ToString()),
        .. result.GeneratedSources.Select(source => source.HintName + "\n" + source.SourceText),
    ];

    private static string Edit(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var lines = LineStarts(text);
        var line = lines[random.Next(lines.Count)];
        switch (random.Next(9))
        {
            case 0:
                return text.Insert(at, Insertions[random.Next(Insertions.Length)]);
            case 1:
                return text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at));
            case 2 or 3:
                // With the indentation that is used there, or with none.
                return text.Insert(line, (random.Next(3) == 0 ? "" : Indentation(text, line)) + Lines[random.Next(Lines.Length)] + "\n");
            case 4:
                return text.Remove(line, EndOfLines(lines, line, text.Length, random.Next(1, 4)) - line);
            case 5:
                var end = EndOfLines(lines, line, text.Length, random.Next(1, 20));
                return text.Insert(lines[random.Next(lines.Count)], text[line..end]);
            case 6:
                return text.Insert(line, random.Next(2) == 0 ? " " : "  ");
            case 7:
                return text[line..].StartsWith("  ", StringComparison.Ordinal) ? text.Remove(line, 2) : text;
            default:
                return text.Insert(at, "words ");
        }
    }

    private static List<int> LineStarts(string text) => [0, .. Enumerable.Range(1, text.Length).Where(index => text[index - 1] == '\n')];

    private static int EndOfLines(List<int> starts, int start, int length, int count) => starts.IndexOf(start) + count is var end && end < starts.Count ? starts[end] : length;

    private static string Indentation(string text, int start) => new(' ', text.Skip(start).TakeWhile(character => character == ' ').Count());

    // Nearly every line has something to report, so that it is seen where it stands.
    private static string Text(int number) => (number % 4) switch
    {
        0 => Json,
        _ => Yaml + string.Concat(Enumerable.Range(1, 1 + (number % 3)).Select(schema => Schema.Replace("#", schema.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))),
    };

    private const string Yaml =
        """
        # Read in part.
        openapi: 3.0.3
        info: { title: Edited, version: '1' }
        paths:
          /first:
            get:
              description: |
                Several lines

                of words.
              parameters:
                - { name: detail, in: nowhere, schema: { type: strin } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Kind1' } } } }

          # The second.
          /second/{id}:   # with a comment
            parameters:
            - { name: id, in: path, required: true, schema: { type: string, format: nobody-knows } }
            put:
              requestBody:
                content: { application/json: { schema: { $ref: '#/components/schemas/Kind1' } } }
              responses:
                '204': { description: "done:
                  in two lines" }
          '/third':
            get: { responses: { default: { description: ok, content: { application/json: { schema: { typ: string } } } } } }
        components:
          x-words: >-
            folded
            words
          schemas:

        """;

    private const string Schema =
        """
            Kind#:
              type: object
              descripton: Misspelled.
              properties:
                name: { type: strng }
                note:
                  type: string
                  description: plain words
                    in two lines
                kind: { $ref: '#/components/schemas/Kind#' }
                missing: { $ref: '#/components/schemas/Missing#' }
              required: [ nobody ]

        """;

    private const string Json =
        """
        {
          "openapi": "3.0.3",
          "info": { "title": "Edited", "version": "1" },
          "paths": {
            "/first": {
              "get": { "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Kind" } } } } } }
            }
          },
          "components": {
            "schemas": {
              "Kind": { "type": "objec", "properties": { "name": { "type": "string", "formt": "x" } } },
              "Other": { "type": "string" }
            }
          }
        }

        """;
}

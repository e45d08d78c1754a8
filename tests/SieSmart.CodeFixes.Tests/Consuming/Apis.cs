using System.Globalization;
using System.Text;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Preconditions;

namespace SieSmart.CodeFixes.Tests.Consuming;

/// <summary>APIs whose clients the tests use.</summary>
internal static class Apis
{
    /// <summary>How many guarded operations <see cref="Large"/> has.</summary>
    public const int LargeOperations = Resources * Parts;

    /// <summary>How many resources, each with a version of its own.</summary>
    public const int Resources = 10;

    /// <summary>How many guarded operations each of them has.</summary>
    public const int Parts = 5;

    /// <summary>A small API, with calls as Kiota has them, and guarded ones beside them.</summary>
    public static OpenApiDocument Warn { get; } = Client(FinanceApi.Text, "Warn");

    /// <summary>The same, but the client is made by others, and the guards stand beside it.</summary>
    public static OpenApiDocument Foreign { get; } = Warn.With("Engine", "Referenced");

    /// <summary>The same with guarded calls alone.</summary>
    public static OpenApiDocument Required { get; } = Client(FinanceApi.Text, "Required");

    /// <summary>A large API, with calls as Kiota has them, and guarded ones beside them.</summary>
    public static OpenApiDocument Large { get; } = Client(LargeText(), "Warn");

    private static OpenApiDocument Client(string text, string preconditions) => new OpenApiDocument("/consumer/api.yaml", text)
        .With("ClientName", "Client")
        .With("Namespace", "Api")
        .With("Preconditions", preconditions);

    private static string LargeText()
    {
        var text = new StringBuilder("openapi: 3.0.3\ninfo: { title: Large, version: '1' }\nservers: [ { url: https://large.example.org } ]\npaths:\n");
        for (var resource = 0; resource < Resources; resource++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  /resource{{resource}}/{id}:
                    parameters: [ { name: id, in: path, required: true, schema: { type: integer, format: int64 } } ]
                    get:
                      responses:
                        '200':
                          description: Read.
                          headers: { ETag: { schema: { type: string } } }
                          content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }

                """);
            for (var part = 0; part < Parts; part++)
            {
                text.Append(CultureInfo.InvariantCulture, $$"""
                      /resource{{resource}}/{id}/part{{part}}:
                        parameters: [ { name: id, in: path, required: true, schema: { type: integer, format: int64 } } ]
                        put:
                          parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]
                          requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                          responses:
                            '200':
                              description: Done.
                              headers: { ETag: { schema: { type: string } } }
                              content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }

                    """);
            }
        }

        return text.Append("components: { schemas: { Thing: { type: object, properties: { name: { type: string } } } } }\n").ToString();
    }
}

using System.Globalization;
using System.Text;
using SieSmart.Generators.Tests.Compiling;

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

    private const string Deals = """
        openapi: 3.0.3
        info: { title: Finance, version: '1' }
        servers: [ { url: https://finance.example.org } ]
        paths:
          /deals:
            post:
              x-if-match: none
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Deal' } } } }
              responses:
                '200':
                  description: Made.
                  headers: { ETag: { schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Deal' } } }
          /deals/{deal-id}:
            parameters: [ { name: deal-id, in: path, required: true, schema: { type: integer, format: int64 } } ]
            get:
              responses:
                '200':
                  description: The deal.
                  headers: { ETag: { schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Deal' } } }
            delete:
              parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]
              responses: { '204': { description: Gone. } }
          /deals/{deal-id}/customer:
            parameters: [ { name: deal-id, in: path, required: true, schema: { type: integer, format: int64 } } ]
            put:
              parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } }
              responses:
                '200':
                  description: Done.
                  headers: { ETag: { schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Deal' } } }
          /deals/{deal-id}/count:
            parameters: [ { name: deal-id, in: path, required: true, schema: { type: integer, format: int64 } } ]
            post:
              parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]
              responses: { '200': { description: A number., content: { application/json: { schema: { type: integer } } } } }
          /deals/{deal-id}/status:
            parameters: [ { name: deal-id, in: path, required: true, schema: { type: integer, format: int64 } } ]
            put:
              parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } }
              responses: { '204': { description: Done., headers: { ETag: { schema: { type: string } } } } }
          /partners/{partner-id}:
            parameters: [ { name: partner-id, in: path, required: true, schema: { type: integer, format: int64 } } ]
            get:
              responses:
                '200':
                  description: The partner.
                  headers: { ETag: { schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } }
        components:
          schemas:
            Deal: { type: object, properties: { id: { type: integer, format: int64 }, status: { type: string } } }
            Customer: { type: object, properties: { name: { type: string } } }

        """;

    /// <summary>A small API, with calls as Kiota has them, and guarded ones beside them.</summary>
    public static OpenApiDocument Warn { get; } = Client(Deals, "Warn");

    /// <summary>The same with guarded calls alone.</summary>
    public static OpenApiDocument Required { get; } = Client(Deals, "Required");

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

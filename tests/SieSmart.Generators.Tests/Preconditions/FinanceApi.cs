using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Preconditions;

/// <summary>A small API with a write of every kind.</summary>
internal static class FinanceApi
{
    /// <summary>What a consumer's file begins with.</summary>
    public const string Usings = "using System.Threading.Tasks; using Api; using Api.Models; using SieSmart.Runtime;\n";

    public const string Text = """
        openapi: 3.0.3
        info: { title: Finance, version: '1' }
        servers: [ { url: https://finance.example.org } ]
        x-suppress: [SIE2014, SIE2015]
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
              operationId: putCustomer
              parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } }
              responses:
                '200':
                  description: Done.
                  headers: { ETag: { schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Deal' } } }
                4XX: { description: Refused., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
          /deals/{deal-id}/notes:
            parameters: [ { name: deal-id, in: path, required: true, schema: { type: integer, format: int64 } } ]
            post:
              parameters: [ { name: If-Match, in: header, schema: { type: string } } ]
              requestBody: { content: { application/json: { schema: { type: array, items: { type: string } } } } }
              responses: { '200': { description: All notes., content: { application/json: { schema: { type: array, items: { type: string } } } } } }
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
          /deals/{deal-id}/letter:
            parameters: [ { name: deal-id, in: path, required: true, schema: { type: integer, format: int64 } } ]
            get:
              responses:
                '200':
                  description: A letter.
                  headers: { etag: { schema: { type: string } } }
                  content: { application/pdf: { schema: { type: string, format: binary } } }
        components:
          schemas:
            Deal:
              type: object
              properties:
                id: { type: integer, format: int64, readOnly: true }
                status: { type: string, x-known-values: [ACCEPTED, MORE_INFORMATION] }
            Customer:
              type: object
              properties:
                name: { type: string }
                guess: { type: string, x-provenance: inferred }
            Problem: { type: object, properties: { title: { type: string } } }

        """;

    public static OpenApiDocument Document { get; } = With(Text);

    /// <summary>The API as another text.</summary>
    public static OpenApiDocument With(string text) => new OpenApiDocument("/consumer/finance.yaml", text)
        .With("ClientName", "Client")
        .With("Namespace", "Api");

    /// <summary>A consumer's file with one method that has a client, an ETag and a customer at hand.</summary>
    public static string Consumer(string statements) => Usings +
        "internal static class Consumer { public static async Task Run(Client client, ETag etag, Customer customer) { " + statements + " } }";
}

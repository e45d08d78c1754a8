using System.Globalization;
using System.Text;

namespace SieSmart.Generators.Benchmarks;

/// <summary>
/// Makes an OpenAPI document of about a given size, always the same one: resources with a collection and an item each, which have
/// all verbs, query parameters, descriptions, examples, enums and references to the schemas of other resources.
/// </summary>
internal static class SyntheticDocument
{
    /// <summary>Where the description stands that an edit changes.</summary>
    public const string EditedDescription = "A resource of kind 7, with everything that its owners keep of it.";

    private const string Head =
        """
        openapi: 3.0.3
        info:
          title: Synthetic
          version: '1'
          description: A document that exists to be measured.
        servers:
          - url: https://synthetic.example.org/v1

        """;

    private const string Path =
        """
          /kind-#s:
            get:
              operationId: listKind#
              summary: Lists resources of kind #.
              description: |
                Returns one page at a time. Ask for the next one with the token that the previous page ended with;
                pages hold at most a hundred resources, the newest first unless `sort` says otherwise.
              parameters:
                - name: page-token
                  in: query
                  description: Where the previous page ended.
                  schema: { type: string }
                - name: sort
                  in: query
                  description: By what the page is sorted.
                  schema: { type: string, enum: [newest, oldest, name] }
              responses:
                '200':
                  description: One page.
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Kind#Page' }
                '429': { $ref: '#/components/responses/TooMany' }
                default: { $ref: '#/components/responses/Failed' }
            post:
              operationId: createKind#
              summary: Creates a resource of kind #.
              x-if-match: none
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/Kind#' }
                    example:
                      name: The first of kind #
                      note: Examples make up much of a real document, and nothing of them is generated.
                      labels: [red, green, blue]
                      amount: 1200.5
              responses:
                '201':
                  description: The new resource.
                  headers:
                    ETag: { description: Its version., schema: { type: string } }
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Kind#' }
                default: { $ref: '#/components/responses/Failed' }
          /kind-#s/{kind-#-id}:
            parameters:
              - name: kind-#-id
                in: path
                required: true
                description: The id that the server gave the resource.
                schema: { type: integer, format: int64 }
            get:
              operationId: getKind#
              summary: Reads a resource of kind #.
              responses:
                '200':
                  description: The resource.
                  headers:
                    ETag: { description: Its version., schema: { type: string } }
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Kind#' }
                '404': { $ref: '#/components/responses/Failed' }
                default: { $ref: '#/components/responses/Failed' }
            put:
              operationId: replaceKind#
              summary: Replaces a resource of kind #.
              parameters:
                - { name: If-Match, in: header, required: true, schema: { type: string } }
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/Kind#' }
              responses:
                '200':
                  description: What it is now.
                  headers:
                    ETag: { description: Its version., schema: { type: string } }
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Kind#' }
                '412': { $ref: '#/components/responses/Failed' }
                default: { $ref: '#/components/responses/Failed' }
            delete:
              operationId: deleteKind#
              summary: Deletes a resource of kind #.
              parameters:
                - { name: If-Match, in: header, required: true, schema: { type: string } }
              responses:
                '204': { description: It is gone. }
                '412': { $ref: '#/components/responses/Failed' }
                default: { $ref: '#/components/responses/Failed' }

        """;

    private const string Shared =
        """
        components:
          responses:
            TooMany:
              description: Too many requests.
              content: { application/json: { schema: { $ref: '#/components/schemas/Failure' } } }
            Failed:
              description: The request failed.
              content: { application/json: { schema: { $ref: '#/components/schemas/Failure' } } }
          schemas:
            Failure:
              type: object
              properties:
                code: { type: string }
                message: { type: string, x-ms-primary-error-message: true }
            Entity:
              type: object
              properties:
                id: { type: integer, format: int64, readOnly: true, description: The id that the server gave the resource. }
                createdAt: { type: string, format: date-time, readOnly: true }
                changedAt: { type: string, format: date-time, readOnly: true }

        """;

    private const string Schema =
        """
            Kind#Page:
              type: object
              description: A page of resources of kind #.
              properties:
                items: { type: array, items: { $ref: '#/components/schemas/Kind#' } }
                nextPageToken: { type: string, description: Asks for the next page; absent on the last one. }
            Kind#:
              description: A resource of kind #, with everything that its owners keep of it.
              allOf:
                - $ref: '#/components/schemas/Entity'
                - type: object
                  required: [name, state]
                  properties:
                    name:
                      type: string
                      description: What people call it. Need not be unique.
                      example: The first of kind #
                    note: { type: string, nullable: true, description: "What else there is to say: up to 4,000 characters." }
                    state:
                      description: How far it has come.
                      type: string
                      enum: [draft, submitted, in_review, approved, rejected, archived]
                    amount: { type: number, format: double, minimum: 0, description: What it costs. }
                    count: { type: integer, format: int32, default: 1 }
                    isLocked: { type: boolean, default: false, description: Whether nobody may change it. }
                    validFrom: { type: string, format: date }
                    externalId: { type: string, format: uuid }
                    labels: { type: array, items: { type: string } }
                    neighbour: { $ref: '#/components/schemas/Kind@' }
                    contact:
                      type: object
                      properties:
                        name: { type: string }
                        phone: { type: string, description: With the country's code. }
                        languages: { type: array, items: { type: string } }

        """;

    private const string Example =
        """
                - name: Another one of its kind
                  note: Examples make up much of a real document, and nothing of them is generated.
                  amount: 99.5

        """;

    /// <summary>A document in YAML that is as long as asked for, or longer by less than one resource.</summary>
    /// <param name="length">In characters, all of which are ASCII.</param>
    /// <param name="examples">How many more examples, of some 150 characters each, every resource has.</param>
    public static string Yaml(int length, int examples = 0)
    {
        var paths = new StringBuilder(Head).Append("paths:\n");
        var schemas = new StringBuilder(Shared);
        for (var kind = 1; paths.Length + schemas.Length < length; kind++)
        {
            paths.Append(Numbered(Path, kind));
            schemas.Append(Numbered(Schema, kind));
            if (examples > 0)
            {
                schemas.Append("      x-examples:\n").Insert(schemas.Length, Example, examples);
            }
        }

        return paths.Append(schemas).ToString();
    }

    // A reference is '#/…', so the number sign stands for a number everywhere else.
    private static string Numbered(string template, int kind) => template
        .ReplaceLineEndings("\n")
        .Replace("'#/", "'\0/", StringComparison.Ordinal)
        .Replace("#", kind.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("@", ((kind / 2) + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace('\0', '#');
}

namespace SieSmart.Generators.Tests.Fuzzing;

/// <summary>A document of Swagger 2.0 with all that such a one has of its own.</summary>
internal static class SwaggerSource
{
    public const string Text = """
        swagger: '2.0'
        info: { title: Depot, version: '1' }
        host: depot.example.test
        basePath: /v1
        schemes: [ https, http ]
        consumes: [ application/json ]
        produces: [ application/json, text/json ]
        securityDefinitions:
          key: { type: apiKey, name: X-Key, in: header }
          login: { type: oauth2, flow: accessCode, authorizationUrl: 'https://id.example.test/a', tokenUrl: 'https://id.example.test/t', scopes: { read: reads } }
        security: [ { key: [] }, { login: [ read ] } ]
        parameters:
          Limit: { name: limit, in: query, type: integer, format: int32, default: 10 }
          Body: { name: body, in: body, required: true, schema: { $ref: '#/definitions/Item' } }
        responses:
          Missing: { description: none, schema: { $ref: '#/definitions/Fault' } }
        paths:
          /items:
            parameters:
              - { $ref: '#/parameters/Limit' }
            get:
              operationId: list
              parameters:
                - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: pipes }
                - { name: ids, in: query, type: array, items: { type: integer }, collectionFormat: multi }
                - { name: state, in: query, type: string, enum: [ open, closed ], allowEmptyValue: true }
              responses:
                '200': { description: all, schema: { type: array, items: { $ref: '#/definitions/Item' } }, headers: { ETag: { type: string } } }
                '404': { $ref: '#/responses/Missing' }
            post:
              parameters:
                - { $ref: '#/parameters/Body' }
              responses:
                '201': { description: made, schema: { $ref: '#/definitions/Item' }, examples: { application/json: { id: 1 } } }
                default: { $ref: '#/responses/Missing' }
          /items/{id}:
            parameters:
              - { name: id, in: path, required: true, type: string, format: uuid }
            put:
              consumes: [ multipart/form-data ]
              parameters:
                - { name: If-Match, in: header, required: true, type: string }
                - { name: file, in: formData, type: file, required: true }
                - { name: note, in: formData, type: string }
              responses: { '204': { description: done } }
            patch:
              consumes: [ application/x-www-form-urlencoded ]
              parameters:
                - { name: names, in: formData, type: array, items: { type: string }, collectionFormat: csv }
              responses: { '200': { description: file, schema: { type: file } } }
        definitions:
          Item:
            type: object
            discriminator: kind
            required: [ kind ]
            properties: { kind: { type: string }, made: { type: string, format: date-time, x-nullable: true }, parts: { type: array, items: { $ref: '#/definitions/Item' } } }
          Crate: { allOf: [ { $ref: '#/definitions/Item' }, { type: object, properties: { depth: { type: number } } } ] }
          Fault: { type: object, properties: { message: { type: string } } }

        """;
}

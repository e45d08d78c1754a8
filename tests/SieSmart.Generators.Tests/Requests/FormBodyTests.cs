using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Requests;

/// <summary>What a form can't carry is told at the line; Kiota's writer refuses each body of such a type, or joins its values.</summary>
public sealed class FormBodyTests
{
    [Theory]
    [InlineData("{ type: object, properties: { a: { type: string } } }", "an object")]
    [InlineData("{ $ref: '#/components/schemas/Part' }", "an object")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Part' } }", "a list of objects or lists")]
    [InlineData("{ anyOf: [ { type: string }, { type: boolean } ] }", "no scalar")]
    [InlineData("{}", "no scalar")]
    [InlineData("{ type: array, items: { type: string, enum: [ a, b ] } }", "a list of an enum")]
    public void A_member_that_Kiotas_writer_does_not_carry_is_told_at_its_line(string member, string word)
    {
        var warning = Assert.Single(Run(member, "application/x-www-form-urlencoded").Diagnostics);

        Assert.Equal(("SIE2007", 11), (warning.Id, warning.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Contains("'nested'", warning.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(word, warning.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: string }", "application/x-www-form-urlencoded")]
    [InlineData("{ type: array, items: { type: integer } }", "application/x-www-form-urlencoded")]
    [InlineData("{ type: object, properties: { a: { type: string } } }", "application/json")]
    public void A_member_that_is_carried_is_no_fault(string member, string mediaType) => Assert.Empty(Run(member, mediaType).Diagnostics);

    [Theory]
    [InlineData("{ type: object, properties: { a: { type: string } } }")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Part' } }")]
    [InlineData("{ anyOf: [ { type: string }, { type: boolean } ] }")]
    [InlineData("{}")]
    [InlineData("{ type: array, items: { type: string, enum: [ a, b ] } }")]
    public void Our_writer_carries_them(string member) => Assert.Empty(GeneratorRun.Of(TargetPlatform.Net100, Document(member, "application/x-www-form-urlencoded")).Diagnostics);

    [Theory]
    [InlineData("style: deepObject", null)]
    [InlineData("style: deepObject, explode: true", null)]
    [InlineData("explode: true", null)]
    [InlineData("contentType: application/json", "an object in application/json,")]
    [InlineData("style: form", "an object with 'style: form',")]
    [InlineData("style: form, explode: false", "an object with 'style: form',")]
    public void An_object_that_the_document_wants_otherwise_is_told_at_its_line(string encoding, string? word)
    {
        var faults = GeneratorRun.Of(TargetPlatform.Net100, new OpenApiDocument(
            "/consumer/api.yaml",
            $$"""
            openapi: 3.0.3
            info: { title: Api, version: '1' }
            paths:
              /x:
                post:
                  requestBody: { content: { application/x-www-form-urlencoded: {
                    schema: { type: object, properties: { nested: { type: object, properties: { a: { type: string } } } } },
                    encoding: { nested: { {{encoding}} } } } } }
                  responses: { '204': { description: ok } }
            """).With("Preconditions", "None")).Diagnostics;

        Assert.Equal(word is null ? 0 : 1, faults.Length);
        Assert.All(faults, fault => Assert.Equal(("SIE2007", 7), (fault.Id, fault.Location.GetLineSpan().StartLinePosition.Line)));
        Assert.All(faults, fault => Assert.Contains(word!, fault.GetMessage(null), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "tags: { style: pipeDelimited }", "a list with 'style: pipeDelimited'")]
    [InlineData("application/x-www-form-urlencoded", "tags: { explode: false }", "a list with 'explode: false'")]
    [InlineData("application/x-www-form-urlencoded", "tags: { style: pipeDelimited, explode: true }", null)]
    [InlineData("application/x-www-form-urlencoded", "tags: { style: form }", null)]
    [InlineData("application/x-www-form-urlencoded", "tags: { style: deepObject, explode: true }", "a list with 'style: deepObject'")]
    [InlineData("application/x-www-form-urlencoded", "name: { explode: false }", null)]
    [InlineData("multipart/form-data", "name: { contentType: text/plain, headers: { X-Part: { schema: { type: string } } } }", "'headers' of part 'name'")]
    [InlineData("multipart/form-data", "name: { contentType: text/plain }", null)]
    public void An_encoding_that_is_not_carried_is_told_at_its_line(string mediaType, string encoding, string? word)
    {
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, new OpenApiDocument(
            "/consumer/api.yaml",
            $$"""
            openapi: 3.0.3
            info: { title: Api, version: '1' }
            paths:
              /x:
                post:
                  requestBody: { content: { {{mediaType}}: {
                    schema: { type: object, properties: { name: { type: string }, tags: { type: array, items: { type: string{{(mediaType is "multipart/form-data" ? ", format: binary" : "")}} } } } },
                    encoding: { {{encoding}} } } } }
                  responses: { '204': { description: ok } }
            """).With("Preconditions", "None"));

        Assert.Equal(word is null ? 0 : 1, run.Diagnostics.Length);
        Assert.All(run.Diagnostics, fault => Assert.Equal(("SIE2007", 7), (fault.Id, fault.Location.GetLineSpan().StartLinePosition.Line)));
        Assert.All(run.Diagnostics, fault => Assert.Contains(word!, fault.GetMessage(null), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ type: object, properties: { a: { type: array, items: { type: string } } } }", "Member 'nested[a]' of a form, a list inside an object,")]
    [InlineData("{ type: object, properties: { a: { type: object, properties: { b: { type: array, items: { type: integer } } } } } }", "Member 'nested[a][b]' of a form")]
    [InlineData("{ type: array, items: { type: object, properties: { a: { type: array, items: { type: string } } } } }", "Member 'nested[a]' of a form")]
    [InlineData("{ type: object, properties: { a: { type: array, items: { $ref: '#/components/schemas/Part' } } } }", null)]
    public void A_list_inside_an_object_is_told_since_nothing_says_how_it_is_spelled(string member, string? words)
    {
        var faults = GeneratorRun.Of(TargetPlatform.Net100, Document(member, "application/x-www-form-urlencoded")).Diagnostics;

        Assert.Equal(words is null ? [] : ["SIE2007"], faults.Select(fault => fault.Id));
        Assert.All(faults, fault => Assert.Contains(words!, fault.GetMessage(null), StringComparison.Ordinal));
    }

    private static GeneratorRun Run(string member, string mediaType) => GeneratorRun.WithoutRuntime(TargetPlatform.Net100, Document(member, mediaType));

    private static OpenApiDocument Document(string member, string mediaType) => new OpenApiDocument(
        "/consumer/api.yaml",
        $$"""
        openapi: 3.0.3
        info: { title: Api, version: '1' }
        paths:
          /x:
            post:
              requestBody: { content: { {{mediaType}}: { schema: { $ref: '#/components/schemas/Form' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Part: { type: object, properties: { a: { type: string } } }
            Form: { type: object, properties: { name: { type: string },
              nested: {{member}} } }
        """).With("Preconditions", "None");
}

using Microsoft.CodeAnalysis;
using static SieSmart.Generators.Tests.Robustness.Documents;

namespace SieSmart.Generators.Tests.Robustness;

/// <summary>A <c>$ref</c> may stand wherever the specification allows one, and lead anywhere in the document.</summary>
public sealed class ReferenceTests
{
    private const string Shared =
        """
        openapi: 3.1.0
        info: { title: Shared, version: '1' }
        paths:
          /pets/{id}:
            $ref: '#/components/pathItems/Pet'
          /stray:
            get:
              responses:
                '200': { $ref: '#/paths/~1pets~1%7Bid%7D/get/responses/200' }
        webhooks:
          petDied: { $ref: '#/components/pathItems/Death' }
        components:
          pathItems:
            Pet:
              parameters: [ { $ref: '#/components/parameters/Id' } ]
              get:
                parameters: [ { $ref: '#/components/parameters/Fields' } ]
                responses:
                  '200': { $ref: '#/components/responses/Pet' }
                  default: { $ref: '#/components/responses/Problem' }
              put:
                requestBody: { $ref: '#/components/requestBodies/Pet' }
                responses: { '200': { $ref: '#/components/responses/Pet' } }
                callbacks: { done: { $ref: '#/components/callbacks/Nowhere' } }
            Death:
              post: { requestBody: { $ref: '#/components/requestBodies/Death' }, responses: { '204': { description: Noted. } } }
          parameters:
            Id: { name: id, in: path, required: true, schema: { $ref: '#/components/schemas/Id' } }
            Fields: { name: fields, in: query, schema: { type: string } }
          headers:
            ETag: { schema: { type: string } }
          responses:
            Pet:
              description: A pet.
              headers: { ETag: { $ref: '#/components/headers/ETag' } }
              content: { application/json: { schema: { $ref: '#/components/schemas/Pet' }, examples: { rex: { $ref: '#/components/examples/Nowhere' } } } }
              links: { owner: { $ref: '#/components/links/Nowhere' } }
            Problem: { description: Failed., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
          requestBodies:
            Pet: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
            Death: { content: { application/json: { schema: { $ref: '#/components/schemas/Death' } } } }
          schemas:
            Id: { type: integer, format: int64 }
            Pet: { type: object, properties: { name: { type: string } } }
            Problem: { type: object, properties: { title: { type: string } } }
            Death: { type: object, properties: { at: { type: string, format: date-time } } }
        """;

    [Fact]
    public void References_are_followed_from_every_place_that_has_one()
    {
        var run = Run(Shared);

        AssertSound(run);
        var builder = SourceOf(run, "PetsItemRequestBuilder");
        Assert.Contains("Task<global::ApiSdk.Models.Pet?> GetAsync(", builder, StringComparison.Ordinal);
        Assert.Contains("Task<global::ApiSdk.Models.Pet?> PutAsync(global::ApiSdk.Models.Pet body", builder, StringComparison.Ordinal);
        Assert.Contains("global::ApiSdk.Models.Problem.CreateFromDiscriminatorValue", builder, StringComparison.Ordinal);
        Assert.Contains("{?fields*}", builder, StringComparison.Ordinal);
        Assert.Contains("this[long position]", SourceOf(run, "PetsRequestBuilder"), StringComparison.Ordinal);
        Assert.Contains("Task<global::ApiSdk.Models.Pet?> GetAsync(", SourceOf(run, "StrayRequestBuilder"), StringComparison.Ordinal);
        Assert.Contains("class Death", SourceOf(run, "Death"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#/paths/~1other/get/responses/200/content/application~1json/schema")]
    [InlineData("#/paths/%7E1other/get/responses/200/content/application%7E1json/schema")]
    [InlineData("#/components/schemas/Holder/properties/inner")]
    [InlineData("#/components/schemas/List/items")]
    [InlineData("#/components/schemas/Composed/allOf/0")]
    [InlineData("#/components/schemas/Alias/properties/inner")]
    [InlineData("#/components/schemas/Odd~1name~0with%20space")]
    [InlineData("#/$defs/Local")]
    [InlineData("#plain-name")]
    [InlineData("https://example.org/schemas/named")]
    [InlineData("https://example.org/schemas/named#/properties/self")]
    public void A_pointer_leads_to_any_schema(string reference)
    {
        var object1 = "{ type: object, properties: { found: { type: string } } }";
        var run = Run(WithAnswer($"{{ type: object, properties: {{ there: {{ $ref: '{reference}' }} }} }}", $$"""
              /other: { get: { responses: { '200': { description: ok, content: { application/json: { schema: {{object1}} } } } } } }
            $defs: { Local: {{object1}} }
            components:
              schemas:
                Holder: { type: object, properties: { inner: {{object1}} } }
                List: { type: array, items: {{object1}} }
                Composed: { allOf: [ {{object1}}, { type: object } ] }
                Alias: { $ref: '#/components/schemas/Holder' }
                Odd/name~with space: {{object1}}
                Anchored: { $anchor: plain-name, type: object, properties: { found: { type: string } } }
                Named: { $id: 'https://example.org/schemas/named', type: object, properties: { found: { type: string }, self: {{object1}} } }
            """, "3.1.0"));

        AssertSound(run);
        Assert.Contains(run.Sources.Values, source => source.Contains("public string? Found ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_referred_to_without_a_name_is_one_type_for_all()
    {
        var run = Run(WithAnswer("{ $ref: '#/components/schemas/A' }", """
            components:
              schemas:
                A:
                  type: object
                  properties:
                    first: { $ref: '#/x-shared/pair' }
                    second: { $ref: '#/x-shared/pair' }
                    other: { $ref: '#/x-shared/pair/properties/other' }
            x-shared:
              pair: { type: object, properties: { value: { type: string }, other: { type: object, properties: { back: { $ref: '#/x-shared/pair' } } } } }
            """));

        AssertSound(run);
        var source = SourceOf(run, "A");
        Assert.Contains("public global::ApiSdk.Models.A_first? First ", source, StringComparison.Ordinal);
        Assert.Contains("public global::ApiSdk.Models.A_first? Second ", source, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_beside_a_reference_counts_from_3_1_on()
    {
        const string Schemas = """
            components:
              schemas:
                A: { type: object, properties: { part: { $ref: '#/components/schemas/Part', description: Its own words., deprecated: true }, more: { $ref: '#/components/schemas/Part', properties: { extra: { type: string } } } } }
                Part: { type: object, description: The words of all parts., properties: { size: { type: integer } } }
            """;

        var modern = Run(WithAnswer("{ $ref: '#/components/schemas/A' }", Schemas, "3.1.0"));
        var older = Run(WithAnswer("{ $ref: '#/components/schemas/A' }", Schemas));

        AssertSound(modern);
        AssertSound(older);
        Assert.Contains("Its own words.", SourceOf(modern, "A"), StringComparison.Ordinal);
        Assert.Contains("[Obsolete(", SourceOf(modern, "A"), StringComparison.Ordinal);
        Assert.Contains("class A_more : global::ApiSdk.Models.Part", SourceOf(modern, "A_more"), StringComparison.Ordinal);
        Assert.Contains("public string? Extra ", SourceOf(modern, "A_more"), StringComparison.Ordinal);
        Assert.Contains("The words of all parts.", SourceOf(older, "A"), StringComparison.Ordinal);
        Assert.DoesNotContain("[Obsolete(", SourceOf(older, "A"), StringComparison.Ordinal);
        Assert.Contains("public global::ApiSdk.Models.Part? More ", SourceOf(older, "A"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_item_may_have_operations_beside_its_reference()
    {
        var run = Run("""
            openapi: 3.0.3
            paths:
              /a:
                $ref: '#/x-items/a'
                post: { responses: { '204': { description: Own. } } }
            x-items:
              a:
                get: { responses: { '204': { description: Referred to. } } }
                post: { responses: { '200': { description: Hidden., content: { text/plain: {} } } } }
            """);

        AssertSound(run);
        var builder = SourceOf(run, "ARequestBuilder");
        Assert.Contains("Task GetAsync(", builder, StringComparison.Ordinal);
        Assert.Contains("Task PostAsync(", builder, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dynamic_reference_leads_to_the_only_schema_of_that_name()
    {
        var run = Run(WithAnswer("{ $ref: '#/components/schemas/Tree' }", """
            components:
              schemas:
                Tree: { $dynamicAnchor: node, type: object, properties: { children: { type: array, items: { $dynamicRef: '#node' } } } }
            """, "3.1.0"));

        AssertSound(run);
        Assert.Contains("List<global::ApiSdk.Models.Tree>? Children ", SourceOf(run, "Tree"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dynamic_reference_leads_to_the_outermost_schema_of_that_name()
    {
        var run = Run(WithAnswer("{ $ref: '#/components/schemas/LocalTree' }", """
            components:
              schemas:
                Tree: { $dynamicAnchor: node, type: object, properties: { children: { type: array, items: { $dynamicRef: '#node' } } } }
                LocalTree: { $dynamicAnchor: node, allOf: [ { $ref: '#/components/schemas/Tree' } ], properties: { language: { type: string } } }
            """, "3.1.0"));

        AssertSound(run);
        Assert.Contains("List<global::ApiSdk.Models.LocalTree>? Children ", SourceOf(run, "Tree"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_binding_of_a_dynamic_reference_has_a_class_of_its_own()
    {
        var run = Run(WithAnswer("{ type: object, properties: { users: { $ref: '#/components/schemas/Users' }, orders: { $ref: '#/components/schemas/Orders' } } }", """
            components:
              schemas:
                Page: { type: object, $defs: { item: { $dynamicAnchor: item } }, properties: { items: { type: array, items: { $dynamicRef: '#item' } } } }
                Users: { $defs: { item: { $dynamicAnchor: item, $ref: '#/components/schemas/User' } }, $ref: '#/components/schemas/Page' }
                Orders: { $defs: { item: { $dynamicAnchor: item, $ref: '#/components/schemas/Order' } }, $ref: '#/components/schemas/Page' }
                User: { type: object, properties: { id: { type: string } } }
                Order: { type: object, properties: { total: { type: number } } }
            """, "3.1.0"));

        AssertSound(run);
        Assert.Contains("List<global::ApiSdk.Models.User>? Items ", SourceOf(run, "UsersUser"), StringComparison.Ordinal);
        Assert.Contains("List<global::ApiSdk.Models.Order>? Items ", SourceOf(run, "OrdersOrder"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A: { $ref: '#/components/schemas/B/x' }\n    B: { $ref: '#/components/schemas/A/x' }")]
    [InlineData("A: { $ref: '#/components/schemas/A/x' }")]
    [InlineData("A: { $ref: '#/components/schemas/B' }\n    B: { $ref: '#/components/schemas/C' }\n    C: { $ref: '#/components/schemas/A' }")]
    public void Pointers_that_lead_through_each_other_are_diagnostics(string schemas)
    {
        var run = Run(WithAnswer("{ $ref: '#/components/schemas/A' }", "components:\n  schemas:\n    " + schemas));

        Assert.NotEmpty(run.Diagnostics);
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal("SIE2002", diagnostic.Id));
        Assert.NotEmpty(run.Sources);
    }

    [Fact]
    public void What_hangs_on_a_reference_that_leads_nowhere_is_anything_and_in_a_union_an_object()
    {
        var run = Run(WithAnswer("{ $ref: '#/components/schemas/Box' }", """
            components:
              schemas:
                Box:
                  type: object
                  properties:
                    fine: { type: string }
                    gone: { $ref: '#/components/schemas/Missing' }
                    union: { oneOf: [ { $ref: '#/components/schemas/Missing' }, { type: string } ] }
                    again: { anyOf: [ { $ref: '#/components/schemas/Missing' }, { $ref: '#/components/schemas/Other' } ] }
                Other: { type: object, properties: { name: { type: string } } }
            """));

        Assert.Equal(["SIE2002", "SIE2002", "SIE2002"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity));
        var box = SourceOf(run, "Box");
        Assert.Contains("public string? Fine ", box, StringComparison.Ordinal);
        Assert.Contains("UntypedNode? Gone ", box, StringComparison.Ordinal);
        Assert.Contains("Box_union? Union ", box, StringComparison.Ordinal);
        Assert.Contains("global::ApiSdk.Models.Missing? Missing ", box, StringComparison.Ordinal);
        Assert.Contains("AdditionalData", SourceOf(run, "Missing"), StringComparison.Ordinal);
        Assert.Empty(run.Compile());
    }

    [Theory]
    [InlineData("{ type: &text string, description: &why because, title: *why }")]
    [InlineData("{ description: &why \"because\" , type: string, title: &title it }")]
    [InlineData("{ enum: [ &one a, &two b, c ], type: &text string, x-one: *one }")]
    [InlineData("{ ? &type type : &text string, x-text: *text }")]
    public void Anchors_stand_before_scalars_in_braces(string schema)
    {
        var run = Run(WithAnswer("{ $ref: '#/components/schemas/A' }", "components:\n  schemas:\n    A: { type: object, properties: { found: " + schema + " } }"));

        AssertSound(run);
        Assert.Contains("? Found ", SourceOf(run, "A"), StringComparison.Ordinal);
    }

    [Fact]
    public void Anchors_and_merge_keys_of_YAML_are_understood()
    {
        var run = Run("""
            openapi: 3.0.3
            paths:
              /a:
                get: &read
                  responses: &answers
                    '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }
                put:
                  <<: *read
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }
            components:
              schemas:
                A:
                  type: object
                  properties: { <<: [ &first { one: { type: string } }, { one: { type: integer }, two: { type: integer } } ], two: { type: boolean } }
                B: { type: object, properties: *first }
            """);

        AssertSound(run);
        Assert.Contains("Task<global::ApiSdk.Models.A?> PutAsync(global::ApiSdk.Models.A body", SourceOf(run, "ARequestBuilder"), StringComparison.Ordinal);
        Assert.Contains("public string? One ", SourceOf(run, "A"), StringComparison.Ordinal);
        Assert.Contains("public bool? Two ", SourceOf(run, "A"), StringComparison.Ordinal);
    }
}

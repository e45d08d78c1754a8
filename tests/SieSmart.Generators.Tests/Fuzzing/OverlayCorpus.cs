using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Fuzzing;

/// <summary>Mutated overlays by number, each beside a document that it corrects.</summary>
internal static class OverlayCorpus
{
    private const string Overlay = """
        overlay: 1.0.0
        info: { title: Corrections, version: '1' }
        extends: depot.yaml
        actions:
          - target: $.paths['/items'].get
            update: { x-if-match: none, parameters: [ { name: page, in: query, type: integer } ] }
          - target: $.paths.*[?@.operationId == 'list'].parameters[?(@.name == 'tags' && @.in == 'query')]
            remove: true
          - target: $..properties.made
            description: the vendor forgot it
            update:
              type: string
              format: date
          - target: $.definitions[?(@.type == 'object')].properties[*]
            update: { x-nullable: true }
          - target: $.paths['/items/{id}'].put.parameters[0:2:1]
            remove: true

        """;

    private static readonly DocumentMutator Mutator = new([Overlay, SwaggerSource.Text]);

    /// <summary>A document and its overlay.</summary>
    public static IReadOnlyList<OpenApiDocument> Documents(int number)
    {
        var random = new Random(unchecked((FuzzCorpus.Seed * 397) ^ number));
        return
        [
            new OpenApiDocument("/consumer/depot.yaml", SwaggerSource.Text)
                .With("Namespace", "Mutant").With("Preconditions", "Required").With("ProjectFolder", "/consumer").With("Overlay", "depot.overlay.yaml"),
            new OpenApiDocument("/consumer/depot.overlay.yaml", number == 0 ? Overlay : Mutator.Mutate(Overlay, random)).With("SourceItemGroup", "OpenApiOverlay"),
        ];
    }
}

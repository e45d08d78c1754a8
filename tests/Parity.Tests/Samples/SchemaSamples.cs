using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Parity.Tests.Samples;

/// <summary>
/// Makes JSON that a schema allows. Where there is a choice (a branch of a union, a value of a discriminator or an enum) a
/// variant takes one, so that all variants together take each at least once.
/// </summary>
internal sealed class SchemaSamples
{
    private const int MaximumVariants = 48;

    private readonly Dictionary<string, List<KeyValuePair<string, IOpenApiSchema>>> _derived = new(StringComparer.Ordinal);

    public SchemaSamples(OpenApiDocument document)
    {
        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            foreach (var parent in (schema.AllOf ?? []).OfType<OpenApiSchemaReference>())
            {
                var id = parent.Reference.Id!;
                (_derived.TryGetValue(id, out var known) ? known : _derived[id] = []).Add(new(name, schema));
            }
        }
    }

    /// <summary>The bodies to try, each with what is special about it.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Of(IOpenApiSchema schema)
    {
        var most = 1;
        for (var variant = 0; variant < most; variant++)
        {
            var sampling = new SchemaSampling(_derived, variant, SampleExtent.Complete);
            var value = sampling.Value(schema, "body");
            yield return new($"{(sampling.IsCut ? "cut " : "")}variant {variant + 1}", value);
            most = Math.Min(MaximumVariants, Math.Max(most, sampling.Choices));
        }

        foreach (var extent in Enum.GetValues<SampleExtent>().Where(extent => extent != SampleExtent.Complete))
        {
            yield return new(extent.ToString(), new SchemaSampling(_derived, variant: 0, extent).Value(schema, "body"));
        }
    }
}

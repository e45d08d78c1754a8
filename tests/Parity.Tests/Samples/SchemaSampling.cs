using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Parity.Tests.Samples;

/// <summary>Makes one sample.</summary>
internal sealed class SchemaSampling(IReadOnlyDictionary<string, List<KeyValuePair<string, IOpenApiSchema>>> derived, int variant, SampleExtent extent)
{
    private const int MaximumDepth = 10;
    private const int MaximumNodes = 1_000;

    private readonly List<object> _open = [];
    private int _nodes;

    /// <summary>The largest number of possibilities that there was at one place.</summary>
    public int Choices { get; private set; } = 1;

    /// <summary>Whether something was left out, because the sample is deep or large enough without it.</summary>
    public bool IsCut { get; private set; }

    /// <summary>A value of a schema; null where it allows nothing else, or where it is deep or large enough.</summary>
    public JsonNode? Value(IOpenApiSchema schema, string name) => Value(schema, name, isPart: false);

    private JsonNode? Value(IOpenApiSchema schema, string name, bool isPart)
    {
        var target = Target(schema);
        if ((_open.Count >= MaximumDepth || _nodes++ >= MaximumNodes || _open.Count(open => open == target) > 1) && !IsScalar(target))
        {
            IsCut = true;
            return null;
        }

        _open.Add(target);
        try
        {
            return !isPart && Discriminated(schema, target, name) is { } discriminated ? discriminated : Plain(target, name);
        }
        finally
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    /// <summary>Whether it leads no deeper; without its scalars the last object would not be the one that its discriminator says.</summary>
    private static bool IsScalar(IOpenApiSchema schema) =>
        schema is { AllOf: not { Count: > 0 }, OneOf: not { Count: > 0 }, AnyOf: not { Count: > 0 }, Type: { } type } && !type.HasFlag(JsonSchemaType.Object) && !type.HasFlag(JsonSchemaType.Array);

    private static IOpenApiSchema Target(IOpenApiSchema schema) => schema is OpenApiSchemaReference { RecursiveTarget: { } target } ? target : schema;

    private JsonNode? Plain(IOpenApiSchema schema, string name)
    {
        if (schema.Enum is { Count: > 0 } values)
        {
            return values[Choose(values.Count)]?.DeepClone();
        }

        var alternatives = schema.OneOf is { Count: > 0 } ? schema.OneOf : schema.AnyOf ?? [];
        JsonNode? value = null;
        foreach (var part in schema.AllOf ?? [])
        {
            value = Merged(value, Value(part, name, isPart: true));
        }

        if (alternatives.Count > 0)
        {
            value = Merged(value, Value(alternatives[Choose(alternatives.Count)], name));
        }

        return Merged(value, Own(schema, name, hasParts: schema.AllOf is { Count: > 0 } || alternatives.Count > 0));
    }

    private JsonNode? Own(IOpenApiSchema schema, string name, bool hasParts)
    {
        var types = schema.Type is { } type ? Enum.GetValues<JsonSchemaType>().Where(flag => flag != JsonSchemaType.Null && type.HasFlag(flag)).ToList() : [];
        var chosen = types.Count > 0 ? types[Choose(types.Count)] : (JsonSchemaType?)null;
        return chosen switch
        {
            JsonSchemaType.Boolean => true,
            JsonSchemaType.Integer => schema.Format is "int64" ? 9_000_000_000L : schema.Format is "int8" or "uint8" ? 7 : 70_000,
            JsonSchemaType.Number => schema.Format is "int32" or "int64" ? 70_000 : 12.25,
            JsonSchemaType.String => Text(schema.Format, name),
            JsonSchemaType.Array => List(schema, name),
            JsonSchemaType.Object => Object(schema),
            _ when schema.Properties is { Count: > 0 } || schema.AdditionalProperties is not null => Object(schema),
            _ when schema.Items is not null => List(schema, name),
            _ when hasParts || schema.Type is JsonSchemaType.Null => null,
            _ => new JsonObject { ["anything"] = new JsonArray(1, "two", null) },
        };
    }

    private JsonArray List(IOpenApiSchema schema, string name) => schema.Items is null
        ? new JsonArray("an item")
        : [.. new[] { Value(schema.Items, name + " 1"), Value(schema.Items, name + " 2") }.Where(item => item is not null)];

    private JsonObject Object(IOpenApiSchema schema)
    {
        var value = new JsonObject();
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (extent == SampleExtent.Nulls && _open.Count > 0)
            {
                value[name] = null;
            }
            else if (extent != SampleExtent.RequiredOnly || schema.Required?.Contains(name) == true)
            {
                if (Value(property, name) is { } sample)
                {
                    value[name] = sample;
                }
            }
        }

        if (schema.AdditionalProperties is { } additional && extent != SampleExtent.RequiredOnly)
        {
            value["some key"] = Value(additional, "some key");
        }

        if (extent == SampleExtent.WithUndeclared)
        {
            value["undeclared"] = new JsonObject { ["deep"] = new JsonArray(1, null, 2.5, "x", true) };
            value["undeclaredText"] = "text ü";
        }

        return value;
    }

    /// <summary>A value whose discriminator leads to another schema; null for a schema without one.</summary>
    private JsonNode? Discriminated(IOpenApiSchema schema, IOpenApiSchema target, string name)
    {
        if (target.Discriminator is not { PropertyName: { Length: > 0 } property } discriminator)
        {
            return null;
        }

        var possibilities = discriminator.Mapping is { Count: > 0 } mapping
            ? mapping.Select(entry => new KeyValuePair<string, IOpenApiSchema>(entry.Key, entry.Value)).ToList()
            : schema is OpenApiSchemaReference { Reference.Id: { } id } && derived.TryGetValue(id, out var children) ? children
            : (target.OneOf ?? []).Concat(target.AnyOf ?? []).OfType<OpenApiSchemaReference>().Select(member => new KeyValuePair<string, IOpenApiSchema>(member.Reference.Id!, member)).ToList();
        var choice = Choose(possibilities.Count + 1);
        var value = choice < possibilities.Count ? Value(possibilities[choice].Value, name, isPart: true) : Plain(target, name);
        if (value is JsonObject described && (choice >= possibilities.Count || MayBe(possibilities[choice].Value, property, possibilities[choice].Key, depth: 0)))
        {
            described[property] = choice < possibilities.Count ? possibilities[choice].Key : "unheard-of";
        }

        return value;
    }

    /// <summary>Whether a schema allows a value of a property: without a mapping the schema's name is meant, and some vendors list other values.</summary>
    private static bool MayBe(IOpenApiSchema schema, string property, string text, int depth)
    {
        var target = Target(schema);
        var values = target.Properties?.TryGetValue(property, out var declared) == true ? Target(declared).Enum : null;
        return (values is not { Count: > 0 } || values.Any(value => value?.ToString() == text))
            && (depth >= MaximumDepth || target.AllOf is null || target.AllOf.All(part => MayBe(part, property, text, depth + 1)));
    }

    private static JsonNode? Merged(JsonNode? first, JsonNode? second)
    {
        if (first is not JsonObject left || second is not JsonObject right)
        {
            return second ?? first;
        }

        foreach (var (name, member) in right.ToList())
        {
            right.Remove(name);
            left[name] = member;
        }

        return left;
    }

    private static string Text(string? format, string name) => format switch
    {
        "date-time" => "2026-03-02T09:08:07.25+01:00",
        "date" => "2026-03-02",
        "time" => "09:08:07",
        "duration" => "P1DT2H3M4S",
        "uuid" => "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
        "byte" or "base64url" or "binary" => "AQL6",
        _ => name + " ü\"\\/",
    };

    private int Choose(int possibilities)
    {
        Choices = Math.Max(Choices, possibilities);
        return variant % possibilities;
    }
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Interop.Tests.Callers;

/// <summary>Draws a model of either client as JSON, property by property, without asking its own serializer.</summary>
internal static class Picture
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    /// <summary>
    /// Fields by name with their values; fields without a value are left out, those that the client doesn't know are said to be
    /// so, and the trace id is masked.
    /// </summary>
    public static string? Of(object? model, string? traceId)
    {
        var text = Draw(model)?.ToJsonString(Layout);
        return traceId is null ? text : text?.Replace(traceId, "(trace id)", StringComparison.Ordinal);
    }

    private static JsonNode? Draw(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        int or long or decimal => JsonValue.Create(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        DateTimeOffset time => JsonValue.Create(time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        Guid id => JsonValue.Create(id.ToString()),
        Uri address => JsonValue.Create(address.OriginalString),
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        UntypedNode node => throw new NotSupportedException($"An undeclared field holds a {node.GetType().Name}; teach {nameof(Picture)} to draw it."),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Draw)]),
        _ => DrawObject(value),
    };

    // Declared only, and nothing overridden: an error of ours is an exception too, and its stack trace no field.
    private static JsonObject DrawObject(object model)
    {
        var fields = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var property in model.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (property.GetMethod!.GetBaseDefinition() != property.GetMethod)
            {
                continue;
            }

            if (property.GetValue(model) is IDictionary<string, object> undeclared)
            {
                foreach (var (name, value) in undeclared)
                {
                    fields.Add($"(undeclared) {name}", Draw(value));
                }
            }
            else if (Draw(property.GetValue(model)) is { } node)
            {
                fields.Add(NameOf(property), node);
            }
        }

        return new JsonObject(fields);
    }

    // Ours don't say their names on the wire. A field that is called as its class gets "Prop" behind its name.
    private static string NameOf(PropertyInfo property)
    {
        if (property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } onTheWire)
        {
            return onTheWire.Name;
        }

        var name = property.Name == $"{property.DeclaringType!.Name}Prop" ? property.DeclaringType.Name : property.Name;
        return JsonNamingPolicy.CamelCase.ConvertName(name);
    }
}

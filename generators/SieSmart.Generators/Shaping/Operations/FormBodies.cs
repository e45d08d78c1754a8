using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>
/// Bodies of application/x-www-form-urlencoded. The runtime writes objects as <c>object[member]</c>; Kiota's writer takes values and lists
/// of values alone.
/// </summary>
internal static class FormBodies
{
    private const int MostObjects = 200;
    private const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>Reports the members of a body that is sent as a form and can't be.</summary>
    /// <param name="contentType">The media type of the body; null if the caller says it.</param>
    /// <param name="schema">The body's schema.</param>
    /// <param name="encoding">How the document wants its members to be sent.</param>
    /// <param name="faults">Where to report them.</param>
    public static void Check(string? contentType, Schema schema, IReadOnlyDictionary<string, PartEncoding> encoding, FaultList faults)
    {
        if (contentType is null || !string.Equals(MediaTypes.WithoutParameters(contentType), MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var property in QueryObjects.PropertiesOf(schema))
        {
            var meant = SchemaAnalysis.Collapse(property.Schema);
            var isList = SchemaAnalysis.IsArray(meant);
            encoding.TryGetValue(property.Name, out var part);
            if (isList ? meant.Items is { } items && !QueryObjects.IsScalar(items) : ScalarTypes.Of(meant) is null && !SchemaAnalysis.IsEnum(meant))
            {
                CheckLists(property.Name, isList ? meant.Items! : meant, [], faults);
                CheckObject(property, isList ? "a list of objects or lists" : SchemaAnalysis.IsObject(meant) ? "an object" : "no scalar", part, faults);
            }
            else if (isList && part is { Explode: false } or { Style: "deepObject" })
            {
                faults.Add(
                    DiagnosticRules.UnsupportedConstruct,
                    part.Position,
                    $"Member '{property.Name}' of a form, a list with '{(part.Style is null or "form" ? "explode: false" : "style: " + part.Style)}',",
                    "Its items are sent one by one. Describe it as a text, and join them yourself.");
            }
            else if (isList && meant.Items is { } values && SchemaAnalysis.IsEnum(SchemaAnalysis.Collapse(values)))
            {
                faults.AddOf(
                    directJson: false,
                    DiagnosticRules.UnsupportedConstruct,
                    property.Schema.Position,
                    $"Member '{property.Name}' of a form, a list of an enum,",
                    "Kiota's writer of forms joins its values with commas. Reference SieSmart.Runtime and leave DirectJson on, or describe it as a list of texts.");
            }
        }
    }

    /// <summary>Reports the lists of values within an object: nothing says how a form has them.</summary>
    private static void CheckLists(string name, Schema schema, HashSet<Schema> visited, FaultList faults)
    {
        var owner = SchemaAnalysis.Collapse(schema);
        if (visited.Count >= MostObjects || !visited.Add(owner))
        {
            return;
        }

        foreach (var property in QueryObjects.PropertiesOf(owner))
        {
            var meant = SchemaAnalysis.Collapse(property.Schema);
            var inner = $"{name}[{property.Name}]";
            if (!SchemaAnalysis.IsArray(meant))
            {
                CheckLists(inner, meant, visited, faults);
            }
            else if (meant.Items is { } items && !QueryObjects.IsScalar(items))
            {
                CheckLists(inner, items, visited, faults);
            }
            else
            {
                faults.AddOf(
                    directJson: true,
                    DiagnosticRules.UnsupportedConstruct,
                    property.Schema.Position,
                    $"Member '{inner}' of a form, a list inside an object,",
                    $"OpenAPI doesn't say how it is spelled, and its items are sent one by one, each as '{inner}'. Where the API wants '{inner}[]' or numbers, describe members of these names.");
            }
        }
    }

    private static void CheckObject(SchemaProperty property, string what, PartEncoding? part, FaultList faults)
    {
        faults.AddOf(
            directJson: false,
            DiagnosticRules.UnsupportedConstruct,
            property.Schema.Position,
            $"Member '{property.Name}' of a form, which is {what},",
            "Kiota's writer of forms refuses each body of this type. Reference SieSmart.Runtime and leave DirectJson on, describe each of its members as one of the form, such as 'name[member]', or let the API take JSON.");
        if (part is not null && (part.Style is not (null or "deepObject") || (part.Style is null && part.ContentType.Length > 0)))
        {
            faults.AddOf(
                directJson: true,
                DiagnosticRules.UnsupportedConstruct,
                part.Position,
                $"Member '{property.Name}' of a form, {what} {(part.Style is null ? "in " + part.ContentType : $"with 'style: {part.Style}'")},",
                $"It is sent as '{property.Name}[member]'. Describe it as a text, and write that yourself.");
        }
    }
}

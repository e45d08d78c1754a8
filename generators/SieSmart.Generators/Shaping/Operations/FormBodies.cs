using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>Bodies of application/x-www-form-urlencoded, in which Kiota's writer takes values and lists of values alone.</summary>
internal static class FormBodies
{
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
            if (isList ? meant.Items is { } items && !QueryObjects.IsScalar(items) : !QueryObjects.IsScalar(meant))
            {
                faults.Add(
                    DiagnosticRules.UnsupportedConstruct,
                    property.Schema.Position,
                    $"Member '{property.Name}' of a form, which is {(isList ? "a list of objects or lists" : "an object")},",
                    "The writer of forms refuses each body of this type. Describe each of its members as one of the form, such as 'name[member]', or let the API take JSON.");
            }
            else if (isList && encoding.TryGetValue(property.Name, out var part) && !part.Explode)
            {
                faults.Add(
                    DiagnosticRules.UnsupportedConstruct,
                    part.Position,
                    $"Member '{property.Name}' of a form, a list with '{(part.Style is null or "form" ? "explode: false" : "style: " + part.Style)}',",
                    "Its items are sent one by one. Describe it as a text, and join them yourself.");
            }
        }
    }

    /// <summary>Reports the parts of a body of which the document wants more than Kiota's writer can say.</summary>
    public static void CheckParts(IReadOnlyDictionary<string, PartEncoding> encoding, FaultList faults)
    {
        foreach (var part in encoding.Where(part => part.Value.HasHeaders))
        {
            faults.Add(DiagnosticRules.UnsupportedConstruct, part.Value.Position, $"'headers' of part '{part.Key}'", "The part is sent without them.");
        }
    }
}

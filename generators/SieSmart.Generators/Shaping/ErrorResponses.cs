using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping;

/// <summary>Finds the responses that are thrown.</summary>
internal static class ErrorResponses
{
    private static readonly string[] Ranges = ["4XX", "5XX"];

    /// <summary>The responses of an operation that have a class to be thrown; default stands for the ranges that it serves.</summary>
    public static IEnumerable<ErrorResponse> Of(Operation operation)
    {
        var codes = new HashSet<string>(operation.Responses.Select(response => response.Code), StringComparer.Ordinal);
        foreach (var response in operation.Responses)
        {
            if (MediaTypes.FirstStructured(response.Content)?.Schema is not { } schema || ClassSchema(schema) is not { } classSchema)
            {
                continue;
            }

            if (response.Code == "DEFAULT")
            {
                foreach (var range in Ranges.Where(range => !codes.Contains(range)))
                {
                    yield return new ErrorResponse(range, classSchema, response.IsShared);
                }
            }
            else if (IsError(response.Code))
            {
                yield return new ErrorResponse(response.Code, classSchema, response.IsShared);
            }
        }
    }

    /// <summary>Whether a code, or default, is an error.</summary>
    public static bool IsError(string code) => code.Length > 0 && (code == "DEFAULT" || code[0] is >= '4' and <= '9');

    /// <summary>The schema of the class that is thrown: a list counts by its items. Null if it is neither.</summary>
    private static Schema? ClassSchema(Schema schema)
    {
        var target = SchemaAnalysis.Collapse(schema);
        if (SchemaAnalysis.IsArray(target) && target.Items is not null)
        {
            target = SchemaAnalysis.Collapse(target.Items);
        }

        return SchemaAnalysis.IsObject(target) ? target : null;
    }
}

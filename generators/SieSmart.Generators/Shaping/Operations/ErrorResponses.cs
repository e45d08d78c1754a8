using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>Finds the responses that are thrown.</summary>
internal static class ErrorResponses
{
    private static readonly string[] Ranges = ["4XX", "5XX"];

    /// <summary>The responses of an operation that have a class to be thrown; default stands for the ranges that it serves.</summary>
    public static List<ErrorResponse> Of(Operation operation)
    {
        var errors = new List<ErrorResponse>();
        foreach (var response in operation.Responses)
        {
            if (MediaTypes.FirstStructured(response.Content)?.Schema is not { } schema || ClassSchema(schema) is not { } classSchema)
            {
                continue;
            }

            if (response.Code == "DEFAULT")
            {
                foreach (var range in Ranges)
                {
                    if (!HasCode(operation, range))
                    {
                        errors.Add(new ErrorResponse(range, classSchema, response.IsShared, response.Description));
                    }
                }
            }
            else if (IsError(response.Code))
            {
                errors.Add(new ErrorResponse(response.Code, classSchema, response.IsShared, response.Description));
            }
        }

        return errors;
    }

    private static bool HasCode(Operation operation, string code)
    {
        foreach (var response in operation.Responses)
        {
            if (response.Code == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reports the errors that are described by what no exception can be; a text is in the exception anyway.</summary>
    public static void Check(Operation operation, FaultList faults)
    {
        foreach (var response in operation.Responses.Where(response => IsError(response.Code)))
        {
            if (MediaTypes.FirstStructured(response.Content) is not { Schema: { } schema } content || MediaTypes.IsText(content.Name))
            {
                continue;
            }

            var target = SchemaAnalysis.Collapse(schema);
            var what = SchemaAnalysis.UnionMembers(target).Count > 0 ? "a union" : SchemaAnalysis.IsArray(target) ? "a list" : "a value";
            if (!SchemaAnalysis.IsObject(target) && (what != "a value" || SchemaAnalysis.IsMeaningful(target)))
            {
                faults.Add(
                    DiagnosticRules.UnsupportedConstruct,
                    response.Position,
                    $"The body of error response {response.Code.ToLowerInvariant()}, which is {what} and no object,",
                    "What is thrown has the status, but nothing of the body; with SieSmart.Runtime it has the beginning of its text. Describe an object.");
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

using Microsoft.Kiota.Abstractions.Serialization;
using SieSmart.Models;
using SieSmart.Runtime;

namespace SieSmart.Client.Errors;

/// <summary>Finds the fields that the server complains about.</summary>
internal static class FieldErrors
{
    /// <summary>The complaints of an error object, in the server's words; none if it is of another type or names no field.</summary>
    public static IReadOnlyList<FieldError> Of(IParsable error)
    {
        // Nobody has documented the error object. What is read here only makes a message better, so a wrong guess does no harm.
#pragma warning disable SIE9001
        return error is Error { Violations: { } violations }
            ? [.. violations.Where(violation => violation.Field is not null).Select(violation => new FieldError(violation.Field!, violation.UserMessage ?? violation.Code ?? ""))]
            : [];
#pragma warning restore SIE9001
    }
}

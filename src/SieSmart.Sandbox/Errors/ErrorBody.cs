namespace SieSmart.Sandbox.Errors;

/// <summary>The API's Error object.</summary>
internal sealed record ErrorBody(
    string Code,
    string UserMessage,
    string TraceId,
    IReadOnlyList<FieldViolation>? Violations = null);

namespace SieSmart.Sandbox.Errors;

internal sealed record FieldViolation(string Field, string Code, string UserMessage);

namespace SieSmart.Sandbox.Decisions;

internal sealed record PreconditionViolation(string Code, string UserMessage);

using Microsoft.AspNetCore.Http;

namespace SieSmart.Sandbox.Errors;

/// <summary>Ends a request with an error answer.</summary>
internal sealed class RequestRefusedException : Exception
{
    public RequestRefusedException(
        int status,
        string code,
        string message,
        IReadOnlyList<FieldViolation>? violations = null)
        : base(message)
    {
        Status = status;
        Code = code;
        Violations = violations;
    }

    public int Status { get; }

    public string Code { get; }

    public IReadOnlyList<FieldViolation>? Violations { get; }

    public static RequestRefusedException Invalid(params IReadOnlyList<FieldViolation> violations) => new(
        StatusCodes.Status400BadRequest,
        "VALIDATION_FAILED",
        $"Not accepted: {string.Join(", ", violations.Select(violation => violation.Field))}. See the violations.",
        violations);

    public static RequestRefusedException ProposalNotFound(string id) => new(
        StatusCodes.Status404NotFound,
        "PROPOSAL_NOT_FOUND",
        $"There is no proposal '{id}'. A database refresh may have removed it: create it again.");
}

using SieSmart.Models;

namespace CrmPortal.Decisions;

/// <summary>Something that keeps a proposal from being submitted.</summary>
/// <param name="Text">What SieSmart says.</param>
/// <param name="Page">Which page of the proposal mends it; null if the portal doesn't know.</param>
/// <param name="Action">What that page does.</param>
public sealed record Obstacle(string Text, string? Page = null, string? Action = null)
{
    public static Obstacle Of(PreconditionViolation violation)
    {
        var text = violation.UserMessage ?? violation.Code ?? "It doesn’t say what.";

        // The codes are not listed anywhere: those that are known lead somewhere, and the others are shown all the same.
        return violation.Code switch
        {
            "CUSTOMER_MISSING" => new(text, "customer", "Enter the customer"),
            "ASSET_MISSING" => new(text, "assets", "Add an asset"),
            "CALCULATION_MISSING" => new(text, "calculation", "Enter the calculation"),
            _ => new(text),
        };
    }
}

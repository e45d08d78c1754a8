using SieSmart.Client;

namespace CrmPortal.Decisions;

/// <summary>Where a decision stands, as people say it.</summary>
/// <param name="Text">A few words.</param>
/// <param name="Tone">The colour: <c>quiet</c>, <c>wait</c>, <c>good</c>, <c>warn</c> or <c>bad</c>.</param>
/// <param name="Status">What SieSmart says.</param>
public sealed record Standing(string Text, string Tone, DecisionStatus Status)
{
    public static Standing Of(string? decision) => Of(new DecisionStatus(decision));

    public static Standing Of(DecisionStatus status) => status switch
    {
        { Value: null } => new("Not submitted", "quiet", status),
        { NeedsMoreInformation: true } => new("More information needed", "warn", status),
        _ when status == DecisionStatus.Pending => new("With an underwriter", "wait", status),
        _ when status == DecisionStatus.NotAvailable => new("No decision yet", "wait", status),
        _ when status == DecisionStatus.Accepted => new("Accepted", "good", status),
        _ when status == DecisionStatus.Declined => new("Declined", "bad", status),

        // The vendor's list is not known in full: what nobody has foreseen is shown as it is.
        _ => new(status.ToString(), "warn", status),
    };
}

namespace CrmPortal.Editing;

/// <summary>The parts of a proposal that have a form.</summary>
internal static class ProposalParts
{
    public static CustomerPart Customer { get; } = new();

    public static CalculationPart Calculation { get; } = new();

    public static IReadOnlyList<IProposalPart> All { get; } = [Customer, Calculation];
}

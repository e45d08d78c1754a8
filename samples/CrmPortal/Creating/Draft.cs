using CrmPortal.Editing;

namespace CrmPortal.Creating;

/// <summary>A proposal that is to be created.</summary>
/// <param name="Id">One for each form that was opened, so that a form that is sent twice creates one proposal.</param>
/// <param name="OfficeId">The office.</param>
/// <param name="SalesContactId">Who owns the proposal; null for a generic API user.</param>
/// <param name="Label">The broker's own name for it.</param>
/// <param name="Values">The fields of customer, calculation and, if it has a kind, the first asset.</param>
public sealed record Draft(Guid Id, int OfficeId, int? SalesContactId, string Label, FieldValues Values);

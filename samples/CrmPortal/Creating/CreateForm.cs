using CrmPortal.Editing;

namespace CrmPortal.Creating;

/// <summary>What stands in the form for a new proposal.</summary>
public sealed record CreateForm(Guid DraftId, string Contact, FieldValues Values)
{
    public const string DraftInput = "draft";
    public const string ContactInput = "contact";
    public const string Prefix = "new";

    public static Field Label { get; } = new("label", "Label", IsRequired: true, Hint: "Your own name for it, such as what is financed.");

    public static IReadOnlyList<Field> CustomerFields { get; } = [CustomerPart.CompanyName, CustomerPart.Email];

    public static IReadOnlyList<Field> CalculationFields => ProposalParts.Calculation.Fields;

    public static IReadOnlyList<Field> Fields { get; } = [Label, .. CustomerFields, .. CalculationFields];

    public static CreateForm Empty => new(Guid.NewGuid(), string.Empty, new FieldValues());

    /// <summary>Takes the form; null if it carries no draft id, and so might be sent twice.</summary>
    public static CreateForm? From(IFormCollection form) => Guid.TryParse(form[DraftInput], out var draft)
        ? new CreateForm(draft, form[ContactInput].ToString(), FieldValues.From(form, Prefix, Fields))
        : null;

    public Draft ToDraft(SalesContactChoice contact) => new(DraftId, contact.OfficeId, contact.ContactId, Values[Label], Values, Values);
}

using System.Globalization;
using CrmPortal.Assets;
using CrmPortal.Editing;
using CrmPortal.Offices;

namespace CrmPortal.Creating;

/// <summary>What stands in the form for a new proposal.</summary>
/// <param name="DraftId">The portal's own id for it.</param>
/// <param name="Contact">The chosen sales contact, by its key; empty for none yet.</param>
/// <param name="OfficeId">The office whose lists the form shows; null before a sales contact was chosen.</param>
/// <param name="Values">What was typed and chosen.</param>
public sealed record CreateForm(Guid DraftId, string Contact, int? OfficeId, FieldValues Values)
{
    public const string DraftInput = "draft";
    public const string ContactInput = "contact";
    public const string OfficeInput = "office";
    public const string Prefix = "new";

    /// <summary>The name of the button that shows an office's lists, and sends nothing.</summary>
    public const string ListsInput = "lists";

    public static Field Label { get; } = new("label", "Label", IsRequired: true, Hint: "Your own name for it, such as what is financed.");

    public static IReadOnlyList<Field> CustomerFields => ProposalParts.Customer.Fields;

    /// <summary>The first asset; it may as well be added later.</summary>
    public static IReadOnlyList<Field> AssetFields { get; } = [.. AssetForm.Fields.Select(field => field with { IsRequired = false })];

    public static IReadOnlyList<Field> CalculationFields => ProposalParts.Calculation.Fields;

    public static IReadOnlyList<Field> Fields { get; } = [Label, .. CustomerFields, .. AssetFields, .. CalculationFields];

    public static CreateForm Empty => new(Guid.NewGuid(), string.Empty, null, new FieldValues());

    /// <summary>Takes the form; null if it carries no draft id, and so might be sent twice.</summary>
    public static CreateForm? From(IFormCollection form) => Guid.TryParse(form[DraftInput], out var draft)
        ? new CreateForm(
            draft,
            form[ContactInput].ToString(),
            int.TryParse(form[OfficeInput], CultureInfo.InvariantCulture, out var office) ? office : null,
            FieldValues.Typed(form, Prefix, Fields))
        : null;

    /// <summary>The form with an office's lists. What was chosen from those of another office is not among them.</summary>
    public CreateForm With(SalesContactChoice contact, OfficeLists lists)
    {
        foreach (var field in Fields.Where(field => lists[field.List].Count > 0 && lists[field.List].All(choice => choice.Value != Values[field])))
        {
            Values[field] = string.Empty;
        }

        return this with { Contact = contact.Key, OfficeId = contact.OfficeId };
    }

    public Draft ToDraft(SalesContactChoice contact) => new(DraftId, contact.OfficeId, contact.ContactId, Values[Label], Values);
}

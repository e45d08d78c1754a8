using System.Globalization;
using CrmPortal.Editing;
using CrmPortal.Offices;
using SieSmart.Models;

// The code is documented, the names of the other fields are inferred, and this use of them is on purpose.
#pragma warning disable SIE9001

namespace CrmPortal.Assets;

/// <summary>What is said of one asset.</summary>
internal static class AssetForm
{
    public static Field Kind { get; } = new("iacCode", "Kind of asset", IsRequired: true, List: OfficeList.AssetCodes);

    public static Field Description { get; } = new("description", "Description", Hint: "Make and model, or what tells it from others.");

    public static Field Quantity { get; } = new("quantity", "Quantity", FieldKind.WholeNumber, IsRequired: true);

    public static Field UnitPrice { get; } = new("unitPrice", "Unit price", FieldKind.Money, Hint: "Net, of one.");

    public static IReadOnlyList<Field> Fields => Bindings.Fields;

    public static FieldValues Empty => new() { [Quantity] = "1" };

    private static FieldBindings<Asset> Bindings { get; } = new(
    [
        new(Kind, asset => asset.IacCode, (asset, text) => asset.IacCode = text),
        new(Description, asset => asset.Description, (asset, text) => asset.Description = text),
        new(
            Quantity,
            asset => asset.Quantity?.ToString(CultureInfo.InvariantCulture),
            (asset, text) => asset.Quantity = text is null ? null : int.Parse(text, CultureInfo.InvariantCulture)),
        new(
            UnitPrice,
            asset => Amount.Text(asset.UnitPrice),
            (asset, text) => asset.UnitPrice = text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture)),
    ]);

    public static IReadOnlyList<FieldValues> Read(Proposal proposal) => [.. (proposal.Assets ?? []).Select(Bindings.Read)];

    public static Asset Create(FieldValues values) => Bindings.Create(values) ?? new Asset();
}

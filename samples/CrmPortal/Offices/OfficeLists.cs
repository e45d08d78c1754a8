namespace CrmPortal.Offices;

/// <summary>All that one office offers to choose from.</summary>
public sealed class OfficeLists(IReadOnlyDictionary<OfficeList, IReadOnlyList<Choice>> lists)
{
    /// <summary>Those of an office that is not known, or could not be asked: people type then.</summary>
    public static OfficeLists None { get; } = new(new Dictionary<OfficeList, IReadOnlyList<Choice>>());

    public IReadOnlyList<Choice> this[OfficeList? list] => list is { } name ? lists.GetValueOrDefault(name, []) : [];

    /// <summary>What people read for a value; the value itself where the office doesn't offer it any more.</summary>
    public string Text(OfficeList? list, string value) => this[list].FirstOrDefault(choice => choice.Value == value)?.Text ?? value;
}

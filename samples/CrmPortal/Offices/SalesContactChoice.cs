namespace CrmPortal.Offices;

/// <summary>Somebody who may own a new proposal.</summary>
/// <param name="Key">What the form sends.</param>
/// <param name="OfficeId">Their office.</param>
/// <param name="OfficeName">Its name.</param>
/// <param name="ContactId">Their id; null where an office has nobody, and the proposal belongs to a generic API user.</param>
/// <param name="Name">Their name.</param>
public sealed record SalesContactChoice(string Key, int OfficeId, string OfficeName, int? ContactId, string Name)
{
    /// <summary>Two offices may have somebody of the same name.</summary>
    public string Text => $"{Name}, {OfficeName}";
}

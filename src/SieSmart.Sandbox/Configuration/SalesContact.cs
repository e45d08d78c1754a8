using System.Text.Json.Serialization;

namespace SieSmart.Sandbox.Configuration;

/// <summary>As the vendor's sample has it: what is not known is null, not absent.</summary>
internal sealed record SalesContact(
    int Id,
    string FirstName,
    string LastName,
    Title Title,
    string Email,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Phone,
    string CellPhone,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Fax,
    Role Role,
    bool Blocked,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? BlockedReason,
    bool LoginPresent,
    IReadOnlyList<int> OfficeIds);

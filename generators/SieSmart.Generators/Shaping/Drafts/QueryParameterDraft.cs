using SieSmart.Generators.Model;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A query parameter.</summary>
internal sealed record QueryParameterDraft(
    string Name, string? TemplateName, TypeUse Type, string? Delimiter, bool IsReserved, Documentation Documentation, string? Obsolete)
{
    /// <summary>The finished parameter.</summary>
    public QueryParameterModel Freeze() => new(Name, TemplateName, Type.Freeze(), Delimiter, IsReserved, Documentation, Obsolete, ReservedNames.HidesInherited(Name, isError: false));
}

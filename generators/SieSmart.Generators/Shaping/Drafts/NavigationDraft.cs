using SieSmart.Generators.Model;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A way from one request builder to the next.</summary>
internal sealed record NavigationDraft(
    string Name, RequestBuilderDraft Target, EquatableArray<ParameterModel> Parameters, bool TakesText, Documentation Documentation, string? Obsolete)
{
    /// <summary>The finished navigation.</summary>
    public NavigationModel Freeze() => new(Name, Target.FullName, Parameters, TakesText, Documentation, Obsolete, ReservedNames.HidesInherited(Name, isError: false));
}

using SieSmart.Generators.Model;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A way from one request builder to the next.</summary>
internal sealed record NavigationDraft(
    string Name, RequestBuilderDraft Target, EquatableArray<ParameterModel> Parameters, Documentation Documentation, string? Obsolete)
{
    /// <summary>The finished navigation.</summary>
    public NavigationModel Freeze() => new(Name, Target.FullName, Parameters, Documentation, Obsolete, ReservedNames.HidesInherited(Name, isError: false));
}

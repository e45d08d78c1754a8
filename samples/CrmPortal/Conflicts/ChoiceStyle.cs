using CrmPortal.Editing;

namespace CrmPortal.Conflicts;

/// <summary>
/// The style sheet by which the conflict page says what will be saved, while people choose: it shows the value of the side that is
/// chosen. Pages have no script.
/// </summary>
internal static class ChoiceStyle
{
    public const string Path = "/choices.css";

    private static readonly string Sheet = string.Join('\n', ProposalParts.All.SelectMany(part => part.Fields).SelectMany(field => new[]
    {
        $"form:has(#theirs-{field.Name}:checked) .will-{field.Name} .theirs, form:has(#mine-{field.Name}:checked) .will-{field.Name} .mine {{ display: inline; }}",
        $"form:has(#theirs-{field.Name}:checked) .will-{field.Name} .undecided, form:has(#mine-{field.Name}:checked) .will-{field.Name} .undecided {{ display: none; }}",
    }));

    public static void MapChoices(this IEndpointRouteBuilder routes) => routes.MapGet(Path, () => Results.Text(Sheet, "text/css"));
}

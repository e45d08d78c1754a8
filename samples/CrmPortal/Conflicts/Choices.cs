using CrmPortal.Editing;

namespace CrmPortal.Conflicts;

/// <summary>Whose value was chosen for which field.</summary>
public sealed class Choices
{
    public const string Prefix = "choice";

    /// <summary>The name of the buttons that choose one side for all fields.</summary>
    public const string AllInput = "all";

    private readonly Dictionary<string, Side> _sides = new(StringComparer.Ordinal);

    public Side? this[Field field] => _sides.TryGetValue(field.Name, out var side) ? side : null;

    /// <summary>What keeps both changes, where that can be had.</summary>
    public static Choices Suggested(Conflict conflict, IProposalPart part)
    {
        var choices = new Choices();
        foreach (var field in conflict.Fields(part).Where(field => field is { Differs: true, Suggestion: not null }))
        {
            choices._sides[field.Field.Name] = field.Suggestion!.Value;
        }

        return choices;
    }

    public static Choices From(IFormCollection form, IProposalPart part)
    {
        var choices = new Choices();
        foreach (var field in part.Fields)
        {
            var all = form[AllInput];
            if (Enum.TryParse<Side>(all.Count > 0 ? all : form[FieldValues.InputName(Prefix, field)], out var side) && Enum.IsDefined(side))
            {
                choices._sides[field.Name] = side;
            }
        }

        return choices;
    }

    public IReadOnlyList<Field> Undecided(Conflict conflict, IProposalPart part) =>
        [.. conflict.Fields(part).Where(field => field.Differs && this[field.Field] is null).Select(field => field.Field)];

    /// <summary>The edit that makes of their version what was chosen.</summary>
    public Edit Apply(Conflict conflict, IProposalPart part)
    {
        var result = new FieldValues();
        foreach (var field in conflict.Fields(part))
        {
            result[field.Field] = this[field.Field] == Side.Mine ? field.Mine : field.Theirs;
        }

        return new Edit(conflict.ETag, conflict.Parts, conflict.Theirs, result);
    }
}

using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>Says in words what a schema allows, as far as its C# type doesn't say it.</summary>
internal static class SchemaFacts
{
    private const int LongestDefault = 200;

    /// <summary>Sentences; empty if there is nothing to say.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="hasType">Whether its type has words of its own.</param>
    /// <param name="isRequired">Whether a value must be there.</param>
    public static string Of(Schema schema, bool hasType, bool isRequired)
    {
        var facts = new List<string>();
        if (isRequired)
        {
            facts.Add("required");
        }

        if (schema.IsReadOnly || schema.Target.IsReadOnly)
        {
            facts.Add("set by the server alone");
        }

        AddValues(schema, hasType, facts);
        if (DefaultOf(schema.Default ?? schema.Target.Default) is { Length: > 0 and <= LongestDefault } value)
        {
            facts.Add("default: " + Documentation.Code(value));
        }

        return facts.Count == 0 ? "" : string.Join(" ", facts.Select(fact => char.ToUpperInvariant(fact[0]) + fact.Substring(1) + "."));
    }

    private static string? DefaultOf(DocumentNode? value) => value switch
    {
        ScalarNode { IsNull: false } scalar => scalar.Value,
        SequenceNode list when list.Items.All(item => item is ScalarNode) => $"[{string.Join(", ", list.Items.Select(item => ((ScalarNode)item).Value))}]",
        _ => null,
    };

    private static void AddValues(Schema schema, bool hasType, List<string> facts)
    {
        var meant = SchemaAnalysis.Collapse(schema);
        var limits = schema.Limits != SchemaLimits.None ? schema.Limits : schema.Target.Limits != SchemaLimits.None ? schema.Target.Limits : meant.Limits;
        if (SchemaAnalysis.IsArray(meant))
        {
            AddCount(limits.MinItems, limits.MaxItems, "item", facts);
            if (limits.HasUniqueItems)
            {
                facts.Add("no item twice");
            }

            var ofItems = new List<string>();
            if (!hasType && meant.Items is { } items && !SchemaAnalysis.IsArray(SchemaAnalysis.Collapse(items)))
            {
                AddValues(items, hasType, ofItems);
            }

            if (ofItems.Count > 0)
            {
                facts.Add("each item: " + string.Join("; ", ofItems));
            }
        }
        else if (!hasType)
        {
            AddRange(limits, facts);
            AddCount(limits.MinLength, limits.MaxLength, "character", facts);
            if (limits.Pattern is { } pattern)
            {
                facts.Add("matches " + Documentation.Code(pattern));
            }

            if (meant.Format is { } format && ScalarTypes.Of(meant) == TypeKind.String)
            {
                facts.Add("format: " + Documentation.Code(format));
            }
        }
    }

    private static void AddRange(SchemaLimits limits, List<string> facts)
    {
        var lower = limits.Minimum is null ? null : (limits.IsMinimumExclusive ? "greater than " : "at least ") + limits.Minimum;
        var upper = limits.Maximum is null ? null : (limits.IsMaximumExclusive ? "less than " : "at most ") + limits.Maximum;
        if (lower is not null && upper is not null)
        {
            facts.Add(limits.IsMinimumExclusive || limits.IsMaximumExclusive ? $"{lower} and {upper}" : $"{limits.Minimum} to {limits.Maximum}");
        }
        else if ((lower ?? upper) is { } only)
        {
            facts.Add(only);
        }

        if (limits.MultipleOf is { } step)
        {
            facts.Add("a multiple of " + step);
        }
    }

    private static void AddCount(string? smallest, string? largest, string what, List<string> facts)
    {
        if (smallest == "0")
        {
            smallest = null;
        }

        switch (smallest, largest)
        {
            case (null, null):
                break;
            case (null, _):
                facts.Add("at most " + Counted(largest));
                break;
            case (_, null):
                facts.Add("at least " + Counted(smallest));
                break;
            default:
                facts.Add(smallest == largest ? "exactly " + Counted(largest) : $"{smallest} to {Counted(largest)}");
                break;
        }

        string Counted(string count) => $"{count} {what}{(count == "1" ? "" : "s")}";
    }
}

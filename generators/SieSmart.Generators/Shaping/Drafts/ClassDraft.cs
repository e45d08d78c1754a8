using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A model class.</summary>
internal sealed class ClassDraft(string @namespace, string name, Schema schema, ClassDraft? owner, string? segment)
    : TypeDraft(@namespace, name, enclosing: null)
{
    private const int MaximumDepth = 50;

    public Schema Schema { get; } = schema;

    /// <summary>The class that led to it; null for a body.</summary>
    public ClassDraft? Owner { get; } = owner;

    /// <summary>What the last segment of the path that led to it is called.</summary>
    public string? Segment { get; } = segment;

    /// <summary>What the names of classes get that depend on what <c>$dynamicRef</c> finds here; empty if that is the same everywhere.</summary>
    public string BindingSuffix { get; init; } = "";

    public ClassDraft? Base { get; set; }

    public bool IsError { get; set; }

    public bool HasAdditionalData { get; set; }

    /// <summary>Whether it, or a class that it derives from, keeps properties that the document does not name.</summary>
    public bool KeepsUnknown
    {
        get
        {
            var depth = 0;
            for (var draft = this; draft is not null && depth < MaximumDepth; draft = draft.Base)
            {
                depth++;
                if (draft.HasAdditionalData)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public DiscriminatorDraft? Discriminator { get; set; }

    public List<PropertyDraft> Properties { get; } = [];

    /// <summary>The defaults that it has for properties of its bases, by their names on the wire.</summary>
    public List<KeyValuePair<string, DefaultValue>> DefaultsOfBases { get; } = [];

    /// <summary>The values that discriminators have for it: of each the first one.</summary>
    public List<DiscriminatorValue> Kinds { get; } = [];

    /// <summary>The names that its properties had before their underscores went, whatever their case.</summary>
    public HashSet<string> PlainNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether its properties are there.</summary>
    public bool IsFinished { get; set; }

    /// <inheritdoc/>
    public override TypeModel Freeze() => new ClassModel(
        Namespace,
        Name,
        Documentation,
        Obsolete,
        Base?.FullName,
        IsError,
        HasAdditionalData,
        IsError ? ErrorMessage() : null,
        Discriminator?.Freeze(),
        Properties.OrderBy(property => property.Name, WrittenOrder.Instance).Select(property => property.Freeze()).ToEquatableArray(),
        Assigned().ToEquatableArray(),
        FreezeNested());

    private string ErrorMessage() => MessageIn(this, []) is { } path ? path + " ?? string.Empty" : ProblemMessage();

    /// <summary>The text of problem details (RFC 9457): what kind of problem it is, and what is special about this one.</summary>
    private string ProblemMessage()
    {
        var title = TextNamed("title");
        var detail = TextNamed("detail");
        return (title, detail) switch
        {
            (null, null) => "base.Message",
            (_, null) => $"{title} ?? base.Message",
            (null, _) => $"{detail} ?? base.Message",
            _ => $"{title} is null ? {detail} ?? base.Message : {detail} is null ? {title} : {title} + \": \" + {detail}",
        };
    }

    private string? TextNamed(string wireName) =>
        Properties.Find(property => property.WireName == wireName && property.Type is { Kind: TypeKind.String, IsCollection: false })?.Name;

    private IEnumerable<AssignedValue> Assigned()
    {
        foreach (var value in DefaultsOfBases)
        {
            if (PropertyOf(value.Key) is { } property)
            {
                yield return new AssignedValue(property.Name, property.Type.Freeze(), value.Value);
            }
        }

        foreach (var kind in OwnKind())
        {
            yield return kind;
        }
    }

    /// <summary>What an instance says of itself: what its bases know it by; else what all unions know it by, if that is one value.</summary>
    public IEnumerable<AssignedValue> OwnKind()
    {
        foreach (var kinds in Kinds.GroupBy(kind => kind.PropertyName, StringComparer.Ordinal))
        {
            var values = (kinds.Any(kind => kind.IsOfBase) ? kinds.Where(kind => kind.IsOfBase) : kinds).Select(kind => kind.Value).Distinct(StringComparer.Ordinal).ToList();
            if (values.Count == 1 && PropertyOf(kinds.Key) is { IsReadOnly: false, Type.IsCollection: false } property && !(Properties.Contains(property) && property.Default is not null) && !DefaultsOfBases.Exists(value => value.Key == kinds.Key) && property.ValueOf(values[0]) is { } value)
            {
                yield return new AssignedValue(property.Name, property.Type.Freeze(), new DefaultValue(value));
            }
        }
    }

    /// <summary>The properties that a new instance has values in because the document says so, and that anybody can set.</summary>
    public IEnumerable<string> Preset()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var depth = 0;
        for (var draft = this; draft is not null && depth < MaximumDepth; draft = draft.Base)
        {
            depth++;
            names.UnionWith(draft.DefaultsOfBases.Select(value => PropertyOf(value.Key)).Concat(draft.Properties.Where(property => property.Default is not null))
                .Where(property => property is { IsReadOnly: false })
                .Select(property => property!.Name));
        }

        return names.OrderBy(name => name, StringComparer.Ordinal);
    }

    private PropertyDraft? PropertyOf(string wireName)
    {
        var depth = 0;
        for (var draft = this; draft is not null && depth < MaximumDepth; draft = draft.Base)
        {
            depth++;
            if (draft.Properties.Find(property => property.WireName == wireName) is { } property)
            {
                return property;
            }
        }

        return null;
    }

    /// <summary>Where the text lies that tells what went wrong: in a property, or in the first of those that lead to one.</summary>
    private static string? MessageIn(ClassDraft draft, HashSet<ClassDraft> visited)
    {
        if (!visited.Add(draft) || visited.Count > MaximumDepth)
        {
            return null;
        }

        var properties = draft.Properties.OrderBy(property => property.Name, StringComparer.OrdinalIgnoreCase).ToList();
        if (properties.Find(property => property is { IsPrimaryErrorMessage: true, Type: { Kind: TypeKind.String, IsCollection: false } }) is { } primary)
        {
            return primary.Name;
        }

        return properties
            .Where(property => property.Type is { IsCollection: false, Declaration: ClassDraft })
            .Select(property => MessageIn((ClassDraft)property.Type.Declaration!, visited) is { } path ? $"{property.Name}?.{path}" : null)
            .FirstOrDefault(path => path is not null);
    }
}

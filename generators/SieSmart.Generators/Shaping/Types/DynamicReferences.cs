using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>Finds what a <c>$dynamicRef</c> means where it is used: the outermost schema on the way there that knows the name decides.</summary>
internal sealed class DynamicReferences
{
    private const int MaximumDepth = 100;

    private readonly ILookup<string, Schema> _components;
    private readonly Dictionary<string, Schema> _unions = new(StringComparer.Ordinal);

    public DynamicReferences(IReadOnlyList<Schema> components) =>
        _components = components.Where(component => component.DynamicAnchor is not null).ToLookup(component => component.DynamicAnchor!, StringComparer.Ordinal);

    /// <summary>What a reference leads to from within a class; a schema that allows anything if that is nowhere.</summary>
    public Schema Find(Schema reference, ClassDraft? owner)
    {
        var name = reference.DynamicReference!;
        return Scope(owner)
                .Select(frame => frame.Schema.DynamicAnchor == name ? frame.Schema : frame.Schema.Bindings.FirstOrDefault(binding => binding.Name == name)?.Schema)
                .FirstOrDefault(found => found is not null)
            ?? Anywhere(name)
            ?? (reference.DynamicFallback == reference ? null : reference.DynamicFallback)
            ?? new Schema(reference.Position);
    }

    /// <summary>What the name of a class gets, so that each binding has a class of its own; empty for a class that doesn't depend on any.</summary>
    public static string SuffixOf(Schema schema, ClassDraft? owner)
    {
        var own = string.Concat(schema.Bindings.Select(binding => binding.Schema.Target.ComponentName).OfType<string>().Select(ComponentNames.TypeNameOf));
        if (own.Length > 0)
        {
            return own;
        }

        return owner is { BindingSuffix: { Length: > 0 } outer } && DependsOnScope(schema) ? outer : "";
    }

    private static List<ClassDraft> Scope(ClassDraft? owner)
    {
        var frames = new List<ClassDraft>();
        for (var frame = owner; frame is not null && frames.Count < MaximumDepth; frame = frame.Owner)
        {
            frames.Add(frame);
        }

        frames.Reverse();
        return frames;
    }

    private Schema? Anywhere(string name)
    {
        var candidates = _components[name].OrderBy(component => component.ComponentName, StringComparer.Ordinal).ToList();
        if (candidates.Count <= 1)
        {
            return candidates.FirstOrDefault();
        }

        if (!_unions.TryGetValue(name, out var union))
        {
            _unions.Add(name, union = new Schema(candidates[0].Position) { OneOf = candidates });
        }

        return union;
    }

    private static bool DependsOnScope(Schema schema)
    {
        var visited = new HashSet<Schema>();
        var open = new Stack<Schema>([schema]);
        while (open.Count > 0)
        {
            var next = open.Pop().Target;
            if (next.DynamicReference is not null)
            {
                return true;
            }

            if (visited.Add(next))
            {
                foreach (var part in next.Properties.Select(property => property.Schema).Concat(next.AllOf).Concat(next.OneOf).Concat(next.AnyOf).Concat(next.Items is null ? [] : [next.Items]))
                {
                    open.Push(part);
                }
            }
        }

        return false;
    }
}

using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>What schemas come to, as far as that can be told without names.</summary>
internal sealed class SchemaAnalysis
{
    private const int MaximumDepth = 100;
    private const int MaximumValueDepth = 2;

    private readonly FaultList _faults;
    private readonly Dictionary<Schema, Schema?> _bases = [];
    private readonly Dictionary<Schema, List<Schema>> _children = [];

    public SchemaAnalysis(IReadOnlyList<Schema> components, FaultList faults)
    {
        _faults = faults;
        foreach (var component in components)
        {
            if (BaseOf(component) is not { } parent)
            {
                continue;
            }

            if (!_children.TryGetValue(parent, out var children))
            {
                _children.Add(parent, children = []);
            }

            children.Add(component);
        }
    }

    /// <summary>The schema that stands for this one: it only refers to another, or wraps just one.</summary>
    public static Schema Collapse(Schema schema) => schema.Collapsed ??= CollapseOnce(schema);

    /// <summary>The alternatives of a oneOf or anyOf, or one for each of several types; empty if the schema is no union.</summary>
    public static IReadOnlyList<Schema> UnionMembers(Schema schema)
    {
        var members = Alternatives(schema);
        if (members.Count > 1)
        {
            return members;
        }

        if (schema.Types.Count <= 1)
        {
            return [];
        }

        return !IsNumericFormat(schema.Format)
            ? schema.Types.Select(type => new Schema(schema.Position) { Types = [type], Format = schema.Format, Items = schema.Items }).ToList()
            : [];
    }

    /// <summary>
    /// The alternatives that are left out where one other is all that a value is made of, although they allow what that one doesn't: objects
    /// of which nothing is said, and anything. What stands for null, and what only says which members must be there, is no loss.
    /// </summary>
    public static IReadOnlyList<Schema> LostAlternatives(Schema schema)
    {
        List<Schema>? left = null;
        for (var depth = 0; depth < MaximumDepth; depth++)
        {
            schema = schema.Target;
            if (OnlyMember(schema) is not { } member)
            {
                break;
            }

            if (schema.OneOf.Count > 0 || schema.AnyOf.Count > 0)
            {
                (left ??= []).AddRange(Beside(member, schema));
            }

            schema = member;
        }

        return left is null || IsObject(schema) || (IsArray(schema) && schema.Items is null) ? [] : left;
    }

    private static IEnumerable<Schema> Beside(Schema member, Schema schema) =>
        schema.OneOf.Concat(schema.AnyOf).Where(other => other != member && !IsAlternative(other) && other is { IsNullOnly: false, IsNullable: false, Required.Count: 0 });

    /// <summary>Whether a wrapper is made of it: a format, or several types that come to one, make a value of it instead.</summary>
    public static bool IsUnion(Schema schema) =>
        UnionMembers(schema).Count > 0 && (ScalarTypes.Of(schema) is null || (schema.Format is null && Alternatives(schema).Count > 1));

    /// <summary>Whether it is an enum of strings.</summary>
    public static bool IsEnum(Schema schema) =>
        (schema.Types.Count == 0 || IsOnly(schema, "string")) && UnionMembers(schema).Count == 0 && EnumValues(schema).Count > 0;

    /// <summary>
    /// The values that make members: numbers only beside strings. Those that Kiota leaves out come last, so that they change neither the
    /// names nor the numbers of the others: the empty one, and what differs from one before it in case alone.
    /// </summary>
    public static IReadOnlyList<SchemaEnumValue> EnumValues(Schema schema) => schema.Enum.Count == 0 ? [] : schema.EnumMembers ??= EnumMembersOf(schema);

    private static IReadOnlyList<SchemaEnumValue> EnumMembersOf(Schema schema)
    {
        var values = schema.Enum.Where(value => value.Value.Length > 0 && (value.IsString || value.IsNumber)).ToList();
        if (!values.Exists(value => value.IsString))
        {
            return [];
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (first, later) = (new List<SchemaEnumValue>(), new List<SchemaEnumValue>());
        foreach (var value in values)
        {
            (seen.Add(value.Value) ? first : later).Add(value);
        }

        var exact = new HashSet<string>(first.Select(value => value.Value), StringComparer.Ordinal);
        return [.. first, .. later.Concat(schema.Enum.Where(value => value is { Value.Length: 0, IsString: true })).Where(value => exact.Add(value.Value))];
    }

    /// <summary>Whether it is a list.</summary>
    public static bool IsArray(Schema schema) => schema.Types.Contains("array") || (schema.Types.Count == 0 && schema.Items is not null);

    /// <summary>Whether a class is made of it.</summary>
    public static bool IsObject(Schema schema) =>
        UnionMembers(schema).Count == 0 && !IsArray(schema) && (IsOnly(schema, "object") ||
        (schema.Types.Count == 0 && (schema.Properties.Count > 0 || schema.AllOf.Any(HasContent) || schema.AdditionalProperties == AdditionalProperties.Described)));

    /// <summary>Whether a format makes a number of what may be a string as well.</summary>
    public static bool IsNumericFormat(string? format) =>
        format is "int8" or "uint8" or "int16" or "int32" or "int64" or "float" or "double" or "decimal";

    /// <summary>Whether a schema allows texts beside the numbers that its values are read as.</summary>
    public static bool IsNumberOrText(Schema schema)
    {
        for (var depth = 0; depth < MaximumDepth; depth++)
        {
            schema = schema.Target;
            if (schema.Types.Contains("string"))
            {
                return schema.Types.Count > 1;
            }

            if (OnlyMember(schema) is not { } member)
            {
                return false;
            }

            if (IsNumberInWords(Alternatives(schema)))
            {
                return true;
            }

            schema = member;
        }

        return false;
    }

    /// <summary>Whether a schema says anything of the values that it allows.</summary>
    public static bool IsMeaningful(Schema schema) =>
        schema.Reference is not null || schema.Types.Count > 0 || schema.IsNullOnly || schema.Properties.Count > 0 || schema.Enum.Count > 0 || schema.Items is not null || schema.Format is not null || schema.DynamicReference is not null;

    /// <summary>The schema that a class inherits from: the one reference in its allOf. Null if there is none or several.</summary>
    public Schema? BaseOf(Schema schema)
    {
        if (_bases.TryGetValue(schema, out var known))
        {
            return known;
        }

        // A loop and no recursion: a document may let thousands of schemas derive from each other.
        var open = new HashSet<Schema>();
        for (var next = schema; next is not null && !_bases.ContainsKey(next); next = _bases[next])
        {
            open.Add(next);
            var parent = DirectBaseOf(next);
            _bases[next] = parent;
            if (parent is not null && open.Contains(parent))
            {
                _faults.Add(DiagnosticRules.UnexpectedStructure, parent.Position, "A schema's allOf leads back to itself", "It is read without that part.");
                _bases[parent] = null;
                break;
            }
        }

        return _bases[schema];
    }

    /// <summary>The components that derive from a schema, at any distance.</summary>
    public IEnumerable<Schema> Descendants(Schema schema)
    {
        var found = new HashSet<Schema>();
        var open = new Stack<Schema>([schema]);
        while (open.Count > 0)
        {
            foreach (var child in _children.TryGetValue(open.Pop(), out var children) ? children : [])
            {
                if (found.Add(child))
                {
                    open.Push(child);
                }
            }
        }

        return found;
    }

    /// <summary>The schema nearest to the root from which a schema has a property: itself, or a base that it would inherit from.</summary>
    public Schema DeclaringSchema(Schema schema, SchemaProperty property)
    {
        var declaring = schema;
        for (var ancestor = BaseOf(schema); ancestor is not null; ancestor = BaseOf(ancestor))
        {
            if (OwnProperties(ancestor, isFlat: false).Contains(property))
            {
                declaring = ancestor;
            }
        }

        return declaring;
    }

    /// <summary>The properties that a class declares itself.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="isFlat">Whether it can't inherit, and so repeats what its base has.</param>
    public IReadOnlyList<SchemaProperty> OwnProperties(Schema schema, bool isFlat)
    {
        var parent = isFlat ? null : BaseOf(schema);
        if (schema is { AllOf.Count: 0, AnyOf.Count: 0, OneOf.Count: 0 })
        {
            // Nearly all classes: no key stands twice in a mapping.
            return schema.Properties;
        }

        var properties = new List<SchemaProperty>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (parent is not null)
        {
            Collect(parent, except: null, [], names, []);
        }

        Collect(schema, parent, properties, names, []);
        properties.AddRange(AlternativeProperties(schema).Where(property => names.Add(property.Name)));
        return properties;
    }

    /// <summary>The properties of a class that its base has already; what the class says of them has types all the same.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="own">The properties that it declares itself.</param>
    public IReadOnlyList<SchemaProperty> RepeatedProperties(Schema schema, IReadOnlyList<SchemaProperty> own)
    {
        if (BaseOf(schema) is not { } parent)
        {
            return [];
        }

        var all = new List<SchemaProperty>();
        var kept = new HashSet<SchemaProperty>(own);
        Collect(schema, parent, all, [], []);
        return all.FindAll(property => !kept.Contains(property));
    }

    /// <summary>What the alternatives of a class with properties of its own add to them, where they are no more than sets of properties.</summary>
    private static IEnumerable<SchemaProperty> AlternativeProperties(Schema schema)
    {
        if (schema is { AnyOf.Count: 0, OneOf.Count: 0 } || UnionMembers(schema).Count > 0)
        {
            return [];
        }

        var alternatives = schema.AnyOf.Any(IsAlternative) ? schema.AnyOf : schema.OneOf.Any(IsAlternative) ? schema.OneOf : [];
        return alternatives.SelectMany(alternative => alternative.Target.Properties);
    }

    /// <summary>The mappings of the nearest base that has any.</summary>
    public static IReadOnlyList<KeyValuePair<string, Schema>> InheritedMappings(Schema schema)
    {
        var visited = new HashSet<Schema>();
        var open = new Stack<Schema>([schema]);
        while (open.Count > 0 && visited.Count < MaximumDepth)
        {
            foreach (var target in open.Pop().AllOf.Where(part => part.Reference is not null).Select(part => part.Target).Where(visited.Add))
            {
                if (target.Discriminator is { Mappings.Count: > 0 } discriminator)
                {
                    return discriminator.Mappings;
                }

                open.Push(target);
            }
        }

        return [];
    }

    /// <summary>The names of the properties of a class that must be there, as far as it and its parts say so.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="isFlat">Whether it can't inherit, and so repeats what its base has.</param>
    public HashSet<string> RequiredNames(Schema schema, bool isFlat)
    {
        if (schema.AllOf.Count == 0)
        {
            return new HashSet<string>(schema.Required, StringComparer.Ordinal);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var visited = new HashSet<Schema>();
        if (!isFlat && BaseOf(schema) is { } parent)
        {
            visited.Add(parent);
        }

        // A loop and no recursion: a document may let thousands of schemas derive from each other.
        var open = new Stack<Schema>([schema]);
        while (open.Count > 0)
        {
            if (open.Pop() is { } next && visited.Add(next))
            {
                names.UnionWith(next.Required);
                foreach (var part in next.AllOf)
                {
                    open.Push(Collapse(part));
                }
            }
        }

        return names;
    }

    /// <summary>Whether two schemas say the same, so that one type serves both.</summary>
    public static bool AreAlike(Schema left, Schema right, int depth = 0)
    {
        var first = Collapse(left);
        var second = Collapse(right);
        if (first == second)
        {
            return true;
        }

        return depth < MaximumDepth && first.ComponentName is null && second.ComponentName is null &&
            first.Types.SequenceEqual(second.Types) && first.Format == second.Format && first.IsNullOnly == second.IsNullOnly && first.HasPrefixItems == second.HasPrefixItems && first.DynamicReference == second.DynamicReference &&
            first.AdditionalProperties == second.AdditionalProperties && DefaultValues.AreAlike(first.Default, second.Default) &&
            first.Enum.SequenceEqual(second.Enum) && first.KnownValues.SequenceEqual(second.KnownValues) &&
            first.Properties.Count == second.Properties.Count &&
            first.Properties.Zip(second.Properties, (one, other) => one.Name == other.Name && one.Schema.IsReadOnly == other.Schema.IsReadOnly && AreAlike(one.Schema, other.Schema, depth + 1)).All(alike => alike) &&
            (first.Items is null ? second.Items is null : second.Items is not null && AreAlike(first.Items, second.Items, depth + 1)) &&
            AreAlike(first.AllOf, second.AllOf, depth) && AreAlike(first.OneOf, second.OneOf, depth) && AreAlike(first.AnyOf, second.AnyOf, depth);
    }

    /// <summary>The discriminator that a schema or one of the unnamed parts of its allOf declares.</summary>
    public static SchemaDiscriminator? OwnDiscriminator(Schema schema) =>
        schema.Discriminator ?? schema.AllOf.Where(part => part.Reference is null).Select(part => part.Discriminator).FirstOrDefault(found => found is not null);

    /// <summary>The property that tells types apart: what the schema itself says, else what the first of its members or parts says. Empty if none does.</summary>
    public static string DiscriminatorPropertyOf(Schema schema) => DiscriminatorPropertyOf(schema, []);

    private static string DiscriminatorPropertyOf(Schema schema, HashSet<Schema> visited)
    {
        var target = schema.Target;
        if (visited.Count > MaximumDepth || !visited.Add(target))
        {
            return "";
        }

        return target.Discriminator?.PropertyName ??
            target.OneOf.Concat(target.AnyOf).Concat(target.AllOf).Select(part => DiscriminatorPropertyOf(part, visited)).FirstOrDefault(name => name.Length > 0) ?? "";
    }

    private static bool AreAlike(IReadOnlyList<Schema> left, IReadOnlyList<Schema> right, int depth) =>
        left.Count == right.Count && left.Zip(right, (one, other) => AreAlike(one, other, depth + 1)).All(alike => alike);

    private static Schema CollapseOnce(Schema schema)
    {
        for (var depth = 0; depth < MaximumDepth; depth++)
        {
            schema = schema.Target;
            if (OnlyMember(schema) is not { } member)
            {
                break;
            }

            schema = member;
        }

        return schema.Target;
    }

    /// <summary>Whether a type is all that a schema allows, but for null.</summary>
    public static bool IsOnly(Schema schema, string type) => schema.Types.Count == 1 && schema.Types[0] == type;

    private static Schema? OnlyMember(Schema schema)
    {
        if (schema.Properties.Count > 0 || schema.Enum.Count > 0 || schema.Items is not null || schema.AdditionalProperties != AdditionalProperties.Unsaid)
        {
            return null;
        }

        var alternatives = Alternatives(schema);
        if (alternatives.Count == 1 && schema.AllOf.Count == 0)
        {
            return alternatives[0];
        }

        if (schema.AllOf.Count == 0)
        {
            return IsNumberInWords(alternatives) ? alternatives[0] : null;
        }

        // A value is what it says itself, else what the first part says that says anything: values don't add up.
        var parts = schema.AllOf.Where(HasContent).ToList();
        if (parts.Count > 0 && parts.TrueForAll(part => IsValue(part, depth: 0)))
        {
            return schema.Types.Count == 0 ? parts.Find(part => IsMeaningful(part.Target)) ?? parts[0] : null;
        }

        // A component, and what says that it is an object, stays a class that inherits; elsewhere the wrapper adds nothing.
        var isClass = schema.ComponentName is not null || IsOnly(schema, "object");
        if (!isClass && parts.Exists(part => !IsBareObject(part)))
        {
            parts.RemoveAll(IsBareObject);
        }

        return alternatives.Count == 0 && parts.Count == 1 && !(isClass && IsObject(parts[0].Target)) ? parts[0] : null;
    }

    /// <summary>Whether it is OData's way to say that a number may be infinite: a number, a string, and an enum of strings.</summary>
    private static bool IsNumberInWords(IReadOnlyList<Schema> alternatives)
    {
        if (alternatives.Count != 3)
        {
            return false;
        }

        var targets = alternatives.Select(alternative => alternative.Target).ToList();
        var texts = targets.FindAll(target => IsOnly(target, "string"));
        return targets.Exists(target => IsOnly(target, "number") || IsOnly(target, "integer")) && targets.Count(target => target.Enum.Count > 0) == 1 &&
            (texts.Count == 1 || (texts.Count == 2 && texts.Exists(target => target.Enum.Count > 0)));
    }

    /// <summary>Whether a schema speaks of strings, numbers or booleans, as far as can be seen without going deep.</summary>
    private static bool IsValue(Schema schema, int depth)
    {
        var target = schema.Target;
        if (target.IsNullOnly || target.Properties.Count > 0 || target.Items is not null || target.AdditionalProperties != AdditionalProperties.Unsaid)
        {
            return false;
        }

        if (target.Types.Count > 0)
        {
            return target.Types.All(type => type is "string" or "number" or "integer" or "boolean");
        }

        var inner = target.AllOf.Concat(target.OneOf).Concat(target.AnyOf).ToList();
        return inner.Count > 0 ? depth < MaximumValueDepth && inner.TrueForAll(part => IsValue(part, depth + 1)) : target.Enum.Count > 0 || target.Format is not null;
    }

    private static IReadOnlyList<Schema> Alternatives(Schema schema)
    {
        var members = schema.OneOf.Count > 0 ? schema.OneOf : schema.AnyOf;
        if (members.Count == 0)
        {
            return members;
        }

        var meaningful = members.Where(IsAlternative).ToList();

        // "null" beside one other makes that one nullable; beside several it counts as a member, as Kiota has it.
        return meaningful.Count <= 1 ? meaningful : members;
    }

    /// <summary>Whether a member of a union is more than a condition: neither null nor an object without properties of its own.</summary>
    private static bool IsAlternative(Schema member) =>
        !member.IsNullOnly && (member.Reference is not null || member.DynamicReference is not null || member.Properties.Count > 0 || member.Enum.Count > 0 || member.Items is not null || member.Format is not null ||
        (member.Types.Count > 0 && !IsOnly(member, "object")) || member.OneOf.Count > 0 || member.AnyOf.Count > 0 || member.AllOf.Count > 0);

    /// <summary>Whether it says that something is an object, and nothing of what is in it.</summary>
    private static bool IsBareObject(Schema schema) =>
        IsOnly(schema, "object") && schema.Reference is null && schema.Properties.Count == 0 && schema.AdditionalProperties == AdditionalProperties.Unsaid &&
        schema.AllOf.Count == 0 && schema.OneOf.Count == 0 && schema.AnyOf.Count == 0;

    private static bool HasContent(Schema schema) =>
        schema.Reference is not null || schema.DynamicReference is not null || schema.Types.Count > 0 || schema.Properties.Count > 0 || schema.AllOf.Count > 0 || schema.OneOf.Count > 0 ||
        schema.AnyOf.Count > 0 || schema.Enum.Count > 0 || schema.Items is not null || schema.AdditionalProperties != AdditionalProperties.Unsaid;

    private static List<Schema> ReferencedParts(Schema schema) =>
        schema.AllOf.Where(part => part.Reference is not null).Select(Collapse).Where(IsObject).ToList();

    private static Schema? DirectBaseOf(Schema schema) =>
        ReferencedParts(schema) is { Count: 1 } parts && IsObject(schema) && !IsMerged(schema) ? parts[0] : null;

    /// <summary>Whether it has no name, and more than one part that has none either: they and what they refer to become one class.</summary>
    private static bool IsMerged(Schema schema) =>
        schema.ComponentName is null && schema.Properties.Count == 0 && schema.AllOf.Count(part => part.Reference is null && part.Properties.Count > 0) > 1;

    private static void Collect(Schema schema, Schema? except, List<SchemaProperty> into, HashSet<string> names, HashSet<Schema> visited)
    {
        if (visited.Count > MaximumDepth || !visited.Add(schema))
        {
            return;
        }

        for (var index = 0; index < schema.AllOf.Count; index++)
        {
            if (Collapse(schema.AllOf[index]) is var part && part != except)
            {
                Collect(part, except: null, into, names, visited);
            }
        }

        for (var index = 0; index < schema.Properties.Count; index++)
        {
            if (names.Add(schema.Properties[index].Name))
            {
                into.Add(schema.Properties[index]);
            }
        }
    }
}

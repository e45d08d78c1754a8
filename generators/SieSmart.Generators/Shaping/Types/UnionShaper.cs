using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>Finds the members of unions, and how they are told apart.</summary>
/// <param name="types">Makes the types of members.</param>
/// <param name="shapes">Finds what objects look like.</param>
/// <param name="withoutDirectJson">When no shape is looked at, in words.</param>
/// <param name="faults">Where to report.</param>
internal sealed class UnionShaper(TypeShaper types, ObjectShapes shapes, string withoutDirectJson, FaultList faults)
{
    private readonly Dictionary<Schema, Schema> _merged = [];

    /// <summary>Gives a wrapper its members.</summary>
    /// <param name="draft">The wrapper.</param>
    /// <param name="schema">The union that it stands for.</param>
    /// <param name="name">Where types of members without a name go.</param>
    public void Finish(ComposedTypeDraft draft, Schema schema, TypeName name)
    {
        var members = new List<Schema>();
        Flatten(schema, members, [schema]);
        AddMembers(draft, members, name);
        if (draft.IsExclusive)
        {
            draft.Discriminator = DiscriminatorOf(schema, draft, members.Except(_merged.Values));
        }

        if (SchemaAnalysis.DiscriminatorPropertyOf(schema).Length == 0)
        {
            CheckShapes(draft, schema);
        }
    }

    /// <summary>Reports alternatives between which nothing can decide: only the first of them is ever read, or, where no shape is looked at, none.</summary>
    private void CheckShapes(ComposedTypeDraft draft, Schema schema)
    {
        var objects = draft.Members.Where(member => member.Shape is not null && (member.Type.IsCollection || draft.IsExclusive)).OrderBy(member => member.Position).ToList();
        foreach (var group in objects.GroupBy(member => member.Type.IsCollection))
        {
            var members = group.ToList();
            CheckWithoutShapes(members, members[0].Type.IsCollection ? members.Count : draft.Members.Count, schema);
            foreach (var alike in members.GroupBy(member => new HashSet<ShapeMember>(member.Shape!.Members), HashSet<ShapeMember>.CreateSetComparer()).Where(alike => alike.Count() > 1))
            {
                faults.AddOf(
                    directJson: true,
                    DiagnosticRules.AmbiguousUnion,
                    schema.Position,
                    $"The alternatives {InWords([.. alike])} of a union have the same members, so that what comes is read as '{alike.First().Type.Declaration?.OwnName}', whichever it is",
                    ", or one of them a required member of its own");
            }
        }
    }

    private void CheckWithoutShapes(List<ComposedTypeMemberDraft> members, int alternatives, Schema schema)
    {
        if (alternatives < 2)
        {
            return;
        }

        faults.AddOf(
            directJson: false,
            DiagnosticRules.AmbiguousUnion,
            schema.Position,
            withoutDirectJson + (members.Count > 1
                ? $" nothing tells the alternatives {InWords(members)} of a union apart, so that {(members[0].Type.IsCollection ? "only the first" : "none")} of them is read"
                : $" nothing tells the alternative {InWords(members)} of a union from the others, so that it is not read"),
            ", or read JSON directly");
    }

    private static string InWords(List<ComposedTypeMemberDraft> members)
    {
        var names = members.ConvertAll(member => $"'{member.Type.Declaration?.OwnName}'");
        return names.Count == 1 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];
    }

    /// <summary>A wrapper has no room for another: a named union of plain objects is one object in it, and the members of all others are its own.</summary>
    private void Flatten(Schema union, List<Schema> members, HashSet<Schema> visited)
    {
        foreach (var member in SchemaAnalysis.UnionMembers(union))
        {
            var target = SchemaAnalysis.Collapse(member);
            var inner = SchemaAnalysis.IsUnion(target) ? SchemaAnalysis.UnionMembers(target) : [];
            if (inner.Count == 0)
            {
                members.Add(member);
            }
            else if (target.ComponentName is not null && inner.Select(SchemaAnalysis.Collapse).All(IsPlainObject))
            {
                members.Add(Merged(target, inner));
            }
            else if (visited.Add(target))
            {
                Flatten(target, members, visited);
            }
        }
    }

    private static bool IsPlainObject(Schema schema) =>
        SchemaAnalysis.IsObject(schema) && schema.AllOf.Count == 0 && schema.AdditionalProperties != AdditionalProperties.Forbidden;

    private Schema Merged(Schema union, IReadOnlyList<Schema> members)
    {
        if (!_merged.TryGetValue(union, out var merged))
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            merged = new Schema(union.Position)
            {
                ComponentName = union.ComponentName,
                Types = ["object"],
                Description = union.Description,
                Deprecation = union.Deprecation,
                Properties = union.Properties.Concat(members.SelectMany(member => SchemaAnalysis.Collapse(member).Properties)).Where(property => names.Add(property.Name)).ToList(),
            };
            _merged.Add(union, merged);
        }

        return merged;
    }

    private void AddMembers(ComposedTypeDraft draft, IReadOnlyList<Schema> members, TypeName name)
    {
        var unnamed = 0;
        var found = new List<(string Name, TypeUse Type, int Position, ObjectShape? Shape)>();
        foreach (var member in members)
        {
            var target = SchemaAnalysis.Collapse(member);
            TypeUse type;
            if (target.ComponentName is null && SchemaAnalysis.IsEnum(target))
            {
                type = TypeUse.String;
            }
            else
            {
                var memberName = draft.OwnName + "Member";
                if (IsUnnamed(target))
                {
                    memberName += (++unnamed).ToString(System.Globalization.CultureInfo.InvariantCulture);
                }

                var memberTypeName = name with { Name = memberName, ItemName = memberName, Enclosing = draft.Enclosing };
                type = target.IsNullOnly ? types.ClassFor(target, memberTypeName) : types.Use(target, memberTypeName);
            }

            // Which of several alternatives a text is shows in the text alone.
            type = type with { MayBeText = false, IsMixed = false };
            if (!found.Exists(other => other.Type == type))
            {
                found.Add((type.Declaration?.OwnName ?? ScalarTypes.NameOf(type.Kind), type, found.Count, shapes.Of(target)));
            }
        }

        // Kiota sorts them before it names them, lists first.
        var sorted = found.OrderBy(member => member.Name + (member.Type.IsCollection ? "_Complex" : "_None"), StringComparer.OrdinalIgnoreCase).ToList();
        var names = new PropertyNames(draft.OwnName, draft.Name, _ => false);
        foreach (var member in sorted)
        {
            names.Add(member.Name, isErrorMember: false);
        }

        draft.Members.AddRange(names.Finish([]).Zip(sorted, (memberName, member) => new ComposedTypeMemberDraft(memberName, member.Type, member.Position, member.Shape)));
    }

    /// <summary>Whether a type would have to be made up for a member, or for the items of one.</summary>
    private static bool IsUnnamed(Schema target)
    {
        while (target.ComponentName is null && SchemaAnalysis.IsArray(target) && target.Items is not null)
        {
            target = SchemaAnalysis.Collapse(target.Items);
        }

        return target.ComponentName is null && (target.IsNullOnly || SchemaAnalysis.IsObject(target) || SchemaAnalysis.IsEnum(target));
    }

    private static DiscriminatorDraft? DiscriminatorOf(Schema schema, ComposedTypeDraft draft, IEnumerable<Schema> members)
    {
        var byTarget = new Dictionary<Schema, TypeDraft>();
        foreach (var member in draft.Members.Where(member => member.Type is { IsCollection: false, Declaration: ClassDraft { Schema.ComponentName: not null } }))
        {
            byTarget[((ClassDraft)member.Type.Declaration!).Schema] = member.Type.Declaration!;
        }

        var mappings = schema.Discriminator is { Mappings.Count: > 0 } explicitly
            ? explicitly.Mappings.Select(mapping => new KeyValuePair<string, Schema>(mapping.Key, SchemaAnalysis.Collapse(mapping.Value)))
            : members.Select(SchemaAnalysis.Collapse).SelectMany(MappingsOf);
        var drafts = mappings
            .Where(mapping => byTarget.ContainsKey(mapping.Value))
            .Select(mapping => new KeyValuePair<string, TypeDraft>(mapping.Key, byTarget[mapping.Value]))
            .ToList();
        if (drafts.Count == 0)
        {
            return null;
        }

        var discriminator = new DiscriminatorDraft(SchemaAnalysis.DiscriminatorPropertyOf(schema), drafts);
        if (schema.Discriminator is not null)
        {
            // Where it only makes use of what its members have, they have been told.
            discriminator.Tell(isOfBase: false);
        }

        return discriminator;
    }

    /// <summary>The values by which a union knows a member: those of its own discriminator, those that the nearest base with any has for it, else its name.</summary>
    private static IEnumerable<KeyValuePair<string, Schema>> MappingsOf(Schema member)
    {
        if (SchemaAnalysis.OwnDiscriminator(member) is { Mappings.Count: > 0 } own)
        {
            return own.Mappings.Select(mapping => new KeyValuePair<string, Schema>(mapping.Key, SchemaAnalysis.Collapse(mapping.Value)));
        }

        var inherited = SchemaAnalysis.InheritedMappings(member)
            .Where(mapping => SchemaAnalysis.Collapse(mapping.Value) == member)
            .Select(mapping => new KeyValuePair<string, Schema>(mapping.Key, member))
            .ToList();
        return inherited.Count > 0 ? inherited
            : member.ComponentName is { } name ? [new KeyValuePair<string, Schema>(name, member)]
            : [];
    }
}

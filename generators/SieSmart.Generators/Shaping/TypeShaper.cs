using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping;

/// <summary>Makes types of schemas.</summary>
internal sealed class TypeShaper
{
    private const int MaximumDepth = 50;

    private readonly ClientOptions _options;
    private readonly SchemaAnalysis _analysis;
    private readonly TypeRegistry _registry;
    private readonly FaultList _faults;
    private readonly ComponentNames _componentNames;
    private readonly HashSet<Schema> _errorSchemas;
    private readonly Dictionary<Schema, TypeDraft> _components = [];
    private readonly Dictionary<string, List<(Schema Schema, TypeDraft Draft)>> _unnamed = new(StringComparer.Ordinal);
    private readonly Queue<ClassDraft> _unfinished = new();
    private int _depth;

    public TypeShaper(
        ClientOptions options, SchemaAnalysis analysis, TypeRegistry registry, FaultList faults, ComponentNames componentNames, HashSet<Schema> errorSchemas)
    {
        _options = options;
        _analysis = analysis;
        _registry = registry;
        _faults = faults;
        _componentNames = componentNames;
        _errorSchemas = errorSchemas;
    }

    /// <summary>The type of a schema. What it leads to is made by <see cref="Finish()"/>.</summary>
    public TypeUse Use(Schema schema, TypeName name)
    {
        if (_depth >= MaximumDepth)
        {
            _faults.Add(DiagnosticRules.UnsupportedConstruct, schema.Position, "A list or union that holds itself, or nests too deeply,", "It is generated as 'anything'.");
            return TypeUse.Untyped;
        }

        _depth++;
        try
        {
            return UseUnbounded(schema, name);
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>Makes what the classes so far lead to.</summary>
    public void Finish()
    {
        while (_unfinished.Count > 0)
        {
            Finish(_unfinished.Dequeue());
        }
    }

    private TypeUse UseUnbounded(Schema schema, TypeName name)
    {
        var target = SchemaAnalysis.Collapse(schema);
        var union = SchemaAnalysis.UnionMembers(target);
        if (union.Count > 0 && ScalarTypes.Of(target) is null)
        {
            return new TypeUse(TypeKind.Object, Union(target, union, name));
        }

        if (SchemaAnalysis.IsArray(target))
        {
            return target.Items is null ? TypeUse.Untyped : Item(target.Items, NameOfItems(target, name)).ToCollection();
        }

        if (SchemaAnalysis.IsEnum(target))
        {
            return new TypeUse(TypeKind.Enum, EnumOf(target, name));
        }

        if (ScalarTypes.Of(target) is { } scalar)
        {
            if (scalar == TypeKind.String && target.KnownValues.Count > 0)
            {
                AddKnownValues(target, name);
            }

            return new TypeUse(scalar);
        }

        return SchemaAnalysis.IsObject(target) ? new TypeUse(TypeKind.Object, ClassOf(target, name)) : TypeUse.Untyped;
    }

    private static string UnionMemberTypeName(TypeUse type) => type.Declaration switch
    {
        ClassDraft { Owner: null } named => named.Name,
        ClassDraft unnamed => Identifiers.FromSnakeCase(unnamed.Name),
        { } other => other.Name,
        null => ScalarTypes.NameOf(type.Kind),
    };

    /// <summary>The unnamed items of a named list go by the list's name.</summary>
    private TypeName NameOfItems(Schema list, TypeName name)
    {
        if (list.ComponentName is not { } component)
        {
            return name with { Name = name.ItemName };
        }

        var ownName = ComponentNames.TypeNameOf(component);
        return new TypeName(_componentNames.NamespaceOf(component), ownName, ownName, name.Enclosing, name.Owner);
    }

    private TypeUse Item(Schema items, TypeName name)
    {
        var target = SchemaAnalysis.Collapse(items);
        var union = SchemaAnalysis.UnionMembers(target);

        // Kiota keeps only the primitive of a list's mixed items.
        var scalar = union.Select(SchemaAnalysis.Collapse).FirstOrDefault(member => ScalarTypes.Of(member) is not null);
        return Use(scalar ?? target, name);
    }

    private ClassDraft ClassOf(Schema schema, TypeName name)
    {
        if (schema.ComponentName is null)
        {
            for (var owner = name.Owner; owner is not null; owner = owner.Owner)
            {
                // A reference from inside an unnamed schema to itself would name it again and again.
                if (owner.Schema == schema)
                {
                    return owner;
                }
            }
        }

        return Once(schema, name, (@namespace, ownName) =>
        {
            var draft = new ClassDraft(@namespace, _registry.Claim(@namespace, schema.ComponentName is null ? ownName : ReservedNames.Model(ownName), schema.Position), ownName, schema, name.Owner)
            {
                Documentation = Descriptions.OfType(schema, ownName),
                Obsolete = schema.Deprecation,
            };
            _unfinished.Enqueue(draft);
            return draft;
        });
    }

    private EnumDraft EnumOf(Schema schema, TypeName name) => Once(schema, name, (@namespace, ownName) =>
    {
        var names = new UniqueNames(StringComparer.Ordinal);
        var members = SchemaAnalysis.EnumValues(schema).Select(value =>
        {
            var expected = Identifiers.EnumMember(value.Name ?? value.Value);
            var member = names.Claim(expected);
            if (member != expected)
            {
                _faults.Add(DiagnosticRules.RenamedMember, schema.Position, value.Value, ownName, member, expected);
            }

            return new EnumMemberModel(member, value.Value, Descriptions.Of(value.Description, $"The value {value.Value}."));
        }).ToEquatableArray();
        return new EnumDraft(@namespace, _registry.Claim(@namespace, schema.ComponentName is null ? ownName : ReservedNames.Model(ownName), schema.Position), schema.IsFlags, members)
        {
            Documentation = Descriptions.OfType(schema, ownName),
            Obsolete = schema.Deprecation,
        };
    });

    private void AddKnownValues(Schema schema, TypeName name) => Once(schema, name, (@namespace, ownName) =>
    {
        var names = new UniqueNames(StringComparer.Ordinal);
        var values = schema.KnownValues
            .Where(value => value.Length > 0)
            .Select(value => new KnownValue(names.Claim(Identifiers.FromSnakeCase(KnownValueName(value))), value))
            .ToEquatableArray();
        return new KnownValuesDraft(@namespace, _registry.Claim(@namespace, schema.ComponentName is null ? ownName : ReservedNames.Model(ownName), schema.Position), values)
        {
            Documentation = new Documentation($"Known values of {ownName}; the list is open, so expect others.", schema.Description),
        };
    });

    private static string KnownValueName(string value)
    {
        // Constants in capitals, as APIs like to spell them, read better as words.
        var isUpper = !value.Any(char.IsLower);
        return Identifiers.EnumMember(isUpper ? string.Join("_", value.Split('_').Select(word => word.Length == 0 ? word : word.Substring(0, 1) + word.Substring(1).ToLowerInvariant())) : value);
    }

    private ComposedTypeDraft Union(Schema schema, IReadOnlyList<Schema> members, TypeName name)
    {
        var isNew = false;
        var draft = Once(schema, name, (@namespace, ownName) =>
        {
            isNew = true;
            var isExclusive = schema.AnyOf.Count == 0 || schema.OneOf.Count > 0;
            var enclosing = schema.ComponentName is null ? name.Enclosing : null;
            var claimed = _registry.Claim(enclosing?.FullName ?? @namespace, schema.ComponentName is null ? ownName : ReservedNames.Model(ownName), schema.Position);
            return new ComposedTypeDraft(@namespace, claimed, enclosing, isExclusive)
            {
                Documentation = Descriptions.OfType(schema, ownName),
                Obsolete = schema.Deprecation,
            };
        });
        if (!isNew)
        {
            return draft;
        }

        // Only now: a union may be a member of itself.
        draft.Enclosing?.Nested.Add(draft);
        AddMembers(draft, draft.Name, members, name with { Namespace = draft.Namespace });
        if (draft.IsExclusive)
        {
            draft.Discriminator = UnionDiscriminator(schema, draft, members);
        }

        return draft;
    }

    private void AddMembers(ComposedTypeDraft draft, string ownName, IReadOnlyList<Schema> members, TypeName name)
    {
        var unnamedObjects = 0;
        var seen = new HashSet<TypeUse>();
        foreach (var member in members)
        {
            var target = SchemaAnalysis.Collapse(member);
            TypeUse type;
            if (target.IsNullOnly || (target.ComponentName is null && SchemaAnalysis.IsObject(target)))
            {
                var memberName = $"{ownName}Member{++unnamedObjects}";
                var memberTypeName = name with { Name = memberName, ItemName = memberName };
                type = new TypeUse(TypeKind.Object, ClassOf(target, memberTypeName));
            }
            else if (target.ComponentName is null && SchemaAnalysis.IsEnum(target))
            {
                type = TypeUse.String;
            }
            else
            {
                // A wrapper has no room for another: both stand in the same type, or alone.
                type = Use(target, name with { Name = ownName + "Member", ItemName = ownName + "Member", Enclosing = draft.Enclosing });
            }

            if (!seen.Add(type))
            {
                continue;
            }

            var propertyName = UnionMemberTypeName(type);
            if (draft.Members.Exists(existing => existing.Key == propertyName) || propertyName == draft.Name)
            {
                propertyName = Identifiers.FromSnakeCase(ownName) + propertyName;
            }

            if (type.Declaration is ClassDraft { Schema.ComponentName: null } unnamed)
            {
                propertyName = Identifiers.FromSnakeCase(unnamed.Name);
            }

            if (!draft.Members.Exists(existing => existing.Key == propertyName))
            {
                draft.Members.Add(new KeyValuePair<string, TypeUse>(propertyName, type));
            }
        }
    }

    private static DiscriminatorDraft? UnionDiscriminator(Schema schema, ComposedTypeDraft draft, IReadOnlyList<Schema> members)
    {
        var byTarget = new Dictionary<Schema, TypeDraft>();
        foreach (var member in draft.Members.Where(member => member.Value is { IsCollection: false, Declaration: ClassDraft { Schema.ComponentName: not null } }))
        {
            byTarget[((ClassDraft)member.Value.Declaration!).Schema] = member.Value.Declaration!;
        }

        var mappings = schema.Discriminator is { Mappings.Count: > 0 } explicitly
            ? explicitly.Mappings.Select(mapping => new KeyValuePair<string, Schema>(mapping.Key, SchemaAnalysis.Collapse(mapping.Value)))
            : members.Select(SchemaAnalysis.Collapse).SelectMany(MappingsOf);
        var drafts = mappings
            .Where(mapping => byTarget.ContainsKey(mapping.Value))
            .Select(mapping => new KeyValuePair<string, TypeDraft>(mapping.Key, byTarget[mapping.Value]))
            .ToList();
        return drafts.Count == 0 ? null : new DiscriminatorDraft(SchemaAnalysis.DiscriminatorPropertyOf(schema), drafts);
    }

    /// <summary>The values by which a union knows a member: those of its own discriminator, those that its base has for it, else its name.</summary>
    private static IEnumerable<KeyValuePair<string, Schema>> MappingsOf(Schema member)
    {
        if (SchemaAnalysis.OwnDiscriminator(member) is { Mappings.Count: > 0 } own)
        {
            return own.Mappings.Select(mapping => new KeyValuePair<string, Schema>(mapping.Key, SchemaAnalysis.Collapse(mapping.Value)));
        }

        var inherited = member.AllOf
            .Where(part => part.Reference is not null)
            .Select(part => part.Target.Discriminator)
            .FirstOrDefault(discriminator => discriminator is { Mappings.Count: > 0 })?.Mappings
            .Where(mapping => SchemaAnalysis.Collapse(mapping.Value) == member)
            .Select(mapping => new KeyValuePair<string, Schema>(mapping.Key, member))
            .ToList() ?? [];
        return inherited.Count > 0 ? inherited
            : member.ComponentName is { } name ? [new KeyValuePair<string, Schema>(name, member)]
            : [];
    }

    private void Finish(ClassDraft draft)
    {
        var schema = draft.Schema;
        draft.IsError = _errorSchemas.Contains(schema);
        if (!draft.IsError && _analysis.BaseOf(schema) is { } parent)
        {
            draft.Base = ClassOf(parent, NameOfPart(draft, "base"));
        }

        draft.HasAdditionalData = schema.AdditionalProperties != AdditionalProperties.Forbidden && !BaseHasAdditionalData(schema, draft.IsError);
        AddProperties(draft);
        draft.Discriminator = DiscriminatorOf(draft);
    }

    private bool BaseHasAdditionalData(Schema schema, bool isFlat)
    {
        for (var ancestor = isFlat ? null : _analysis.BaseOf(schema); ancestor is not null; ancestor = _errorSchemas.Contains(ancestor) ? null : _analysis.BaseOf(ancestor))
        {
            if (ancestor.AdditionalProperties != AdditionalProperties.Forbidden)
            {
                return true;
            }
        }

        return false;
    }

    private void AddProperties(ClassDraft draft)
    {
        var properties = _analysis.OwnProperties(draft.Schema, draft.IsError).Where(property => property.Name.Length > 0).ToList();
        var cleaned = new HashSet<string>(properties.Select(property => Identifiers.Property(property.Name)), StringComparer.Ordinal);
        var names = new UniqueNames(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            var plain = Identifiers.Property(property.Name);
            if (plain.Length == 0)
            {
                plain = Identifiers.EnumMember(property.Name);
            }

            var expected = Identifiers.FromSnakeCase(plain);
            var name = expected;
            if (name != plain && cleaned.Contains(name))
            {
                name = plain;
            }

            name = names.Claim(ReservedNames.ModelProperty(name, draft.Name, draft.IsError));
            if (name != expected)
            {
                _faults.Add(DiagnosticRules.RenamedMember, property.Schema.Position, property.Name, draft.Name, name, expected);
            }

            var type = Use(property.Schema, NameOfProperty(draft, property));
            var target = SchemaAnalysis.Collapse(property.Schema);
            var provenance = property.Schema.Provenance ?? _options.ProvenanceDefault;
            draft.Properties.Add(new PropertyDraft(
                name,
                property.Name,
                type,
                property.Schema.IsReadOnly || target.IsReadOnly,
                () => DefaultValues.Of(property.Schema.Default ?? target.Default, type),
                Descriptions.OfProperty(property, provenance),
                property.Schema.Deprecation,
                _options.Mode != PreconditionMode.None && provenance == Provenance.Inferred,
                property.Schema.IsPrimaryErrorMessage || target.IsPrimaryErrorMessage,
                ReservedNames.HidesInherited(name, draft.IsError)));
        }

        foreach (var property in _analysis.OwnProperties(draft.Schema, draft.IsError).Where(property => property.Name.Length == 0))
        {
            _faults.Add(DiagnosticRules.UnsupportedConstruct, property.Schema.Position, "A property with an empty name", "It is left out; its value ends up in AdditionalData.");
        }
    }

    private DiscriminatorDraft? DiscriminatorOf(ClassDraft draft)
    {
        var own = SchemaAnalysis.OwnDiscriminator(draft.Schema);
        var inherited = own;
        for (var ancestor = draft.IsError ? null : _analysis.BaseOf(draft.Schema); inherited is null && ancestor is not null; ancestor = _analysis.BaseOf(ancestor))
        {
            inherited = SchemaAnalysis.OwnDiscriminator(ancestor);
        }

        if (inherited is null)
        {
            return null;
        }

        var descendants = new HashSet<Schema>(_analysis.Descendants(draft.Schema));
        var mappings = own is { Mappings.Count: > 0 }
            ? own.Mappings.Select(mapping => new KeyValuePair<string, Schema>(mapping.Key, SchemaAnalysis.Collapse(mapping.Value))).Where(mapping => descendants.Contains(mapping.Value))
            : descendants.Where(descendant => descendant.ComponentName is not null).Select(descendant => new KeyValuePair<string, Schema>(descendant.ComponentName!, descendant));
        var drafts = mappings
            .Where(mapping => !_errorSchemas.Contains(mapping.Value))
            .GroupBy(mapping => mapping.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => new KeyValuePair<string, TypeDraft>(group.First().Key, ClassOf(group.First().Value, NameOfPart(draft, group.Key))))
            .ToList();
        return drafts.Count == 0 ? null : new DiscriminatorDraft(inherited.PropertyName, drafts);
    }

    private TypeName NameOfProperty(ClassDraft draft, SchemaProperty property)
    {
        // An error repeats what its base has, but the unnamed types in it stay those of the base.
        var declaring = draft.IsError ? _analysis.DeclaringSchema(draft.Schema, property) : draft.Schema;
        if (declaring == draft.Schema || declaring.ComponentName is null)
        {
            return NameOfPart(draft, property.Name);
        }

        var name = ComponentNames.TypeNameOf(declaring.ComponentName) + "_" + Identifiers.Suffix(property.Name);
        return new TypeName(_componentNames.NamespaceOf(declaring.ComponentName), name, name, draft, draft);
    }

    private static TypeName NameOfPart(ClassDraft draft, string part)
    {
        var name = draft.OwnName + "_" + Identifiers.Suffix(part);
        return new TypeName(draft.Namespace, name, name, draft, draft);
    }

    private T Once<T>(Schema schema, TypeName name, Func<string, string, T> make)
        where T : TypeDraft
    {
        T draft;
        if (schema.ComponentName is not null || schema.IsReferenced)
        {
            if (_components.TryGetValue(schema, out var known))
            {
                return (T)known;
            }

            // What is referred to without having a name is called after the place that needs it first, and is one type for all.
            draft = schema.ComponentName is null
                ? make(name.Namespace, name.Name)
                : make(_componentNames.NamespaceOf(schema.ComponentName), ComponentNames.TypeNameOf(schema.ComponentName));
            _components[schema] = draft;
        }
        else
        {
            // Only unions are nested.
            var enclosing = typeof(T) == typeof(ComposedTypeDraft) ? name.Enclosing?.FullName : null;
            var fullName = (enclosing ?? name.Namespace) + "." + name.Name;
            if (!_unnamed.TryGetValue(fullName, out var namesakes))
            {
                _unnamed.Add(fullName, namesakes = []);
            }

            if (namesakes.Find(namesake => namesake.Draft is T && SchemaAnalysis.AreAlike(namesake.Schema, schema)).Draft is T alike)
            {
                return alike;
            }

            draft = make(name.Namespace, name.Name);
            namesakes.Add((schema, draft));
        }

        if (draft.Enclosing is null)
        {
            _registry.Add(draft);
        }

        return draft;
    }
}

using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>Makes types of schemas.</summary>
internal sealed class TypeShaper
{
    private const int MaximumDepth = 50;

    private readonly TypeRegistry _registry;
    private readonly FaultList _faults;
    private readonly string _withoutDirectJson;
    private readonly ComponentNames _componentNames;
    private readonly DynamicReferences _dynamicReferences;
    private readonly UnionShaper _unions;
    private readonly ClassShaper _classes;
    private readonly Dictionary<(Schema Schema, string Suffix), TypeDraft> _components = [];
    private readonly Dictionary<string, (string Component, TypeDraft Draft)> _namesakes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Schema Schema, TypeDraft Draft)>> _unnamed = new(StringComparer.Ordinal);
    private readonly Queue<ClassDraft> _unfinished = new();
    private int _depth;

    public TypeShaper(
        ClientOptions options, SchemaAnalysis analysis, TypeRegistry registry, FaultList faults, ComponentNames componentNames, DynamicReferences dynamicReferences, HashSet<Schema> errorSchemas)
    {
        _registry = registry;
        _faults = faults;
        _componentNames = componentNames;
        _dynamicReferences = dynamicReferences;
        _withoutDirectJson = options.DirectJson == false ? "With DirectJson=\"false\"" : "Without SieSmart.Runtime";
        _unions = new UnionShaper(this, new ObjectShapes(analysis), _withoutDirectJson, faults);
        _classes = new ClassShaper(options, this, analysis, faults, componentNames, new ErrorClasses(errorSchemas, analysis));
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
            _classes.Finish(_unfinished.Dequeue());
        }
    }

    private TypeUse UseUnbounded(Schema schema, TypeName name)
    {
        CheckAlternatives(schema);
        var target = Target(schema, name);
        var union = SchemaAnalysis.UnionMembers(target);
        if (union.Count > 0 && SchemaAnalysis.IsUnion(target))
        {
            return new TypeUse(TypeKind.Object, UnionOf(target, name));
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

            return new TypeUse(scalar, MayBeText: SchemaAnalysis.IsNumberOrText(schema));
        }

        return SchemaAnalysis.IsObject(target) ? new TypeUse(TypeKind.Object, ClassOf(target, name)) : TypeUse.Untyped;
    }

    /// <summary>The schema that stands for another in the place where that is used.</summary>
    private Schema Target(Schema schema, TypeName name)
    {
        var target = SchemaAnalysis.Collapse(schema);
        for (var depth = 0; target.DynamicReference is not null && depth < MaximumDepth; depth++)
        {
            target = SchemaAnalysis.Collapse(_dynamicReferences.Find(target, name.Owner));
        }

        return target;
    }

    /// <summary>The unnamed items of a named list go by the list's name where it is a body, else by the path that led to it.</summary>
    private TypeName NameOfItems(Schema list, TypeName name)
    {
        if (list.ComponentName is not { } component)
        {
            return name with { Name = name.ItemName };
        }

        var ownName = (name.Owner is null ? null : name.Segment) ?? ComponentNames.TypeNameOf(component);
        return new TypeName(_componentNames.NamespaceOf(component), ownName, ownName, name.Enclosing, name.Owner, name.Segment);
    }

    /// <summary>Reports what a value may be and is not read as.</summary>
    private void CheckAlternatives(Schema schema)
    {
        foreach (var left in SchemaAnalysis.LostAlternatives(schema))
        {
            _faults.Add(
                DiagnosticRules.UnsupportedConstruct,
                left.Position,
                left.Types.Count > 0 ? "An alternative that is an object without properties, beside one of another type," : "An alternative that is anything, beside one of some type,",
                "The other is what a value is read as, and what is something else can't be read. Describe it as a component and refer to it, so that the value is either.");
        }
    }

    private TypeUse Item(Schema items, TypeName name)
    {
        CheckAlternatives(items);
        var target = Target(items, name);
        if (SchemaAnalysis.IsArray(target))
        {
            // There is no type for lists of lists, and what they hold is not reached.
            return TypeUse.Untyped;
        }

        var union = SchemaAnalysis.UnionMembers(target);

        // Kiota keeps only the primitive of a list's mixed items.
        var scalar = union.Select(SchemaAnalysis.Collapse).FirstOrDefault(member => ScalarTypes.Of(member) is not null);
        if (scalar is null)
        {
            return Use(target, name);
        }

        _faults.AddOf(directJson: false, DiagnosticRules.UnsupportedConstruct, items.Position, "A list whose items are a scalar or something else", $"{_withoutDirectJson} what is not the scalar is lost: describe a list for each, or read JSON directly.");
        return Use(scalar, name) with { IsMixed = true };
    }

    /// <summary>The use of a class.</summary>
    public TypeUse ClassFor(Schema schema, TypeName name) => new(TypeKind.Object, ClassOf(schema, name));

    /// <summary>The class of a schema, whatever that is.</summary>
    public ClassDraft ClassOf(Schema schema, TypeName name)
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

        var suffix = DynamicReferences.SuffixOf(schema, name.Owner);
        return Once(schema, name, suffix, (@namespace, ownName) =>
        {
            var draft = new ClassDraft(@namespace, Claim(@namespace, ownName, schema), schema, name.Owner, name.Segment)
            {
                OwnName = ownName,
                BindingSuffix = name.Owner is { BindingSuffix: { Length: > 0 } outer } ? outer : suffix,
                Documentation = Descriptions.OfType(schema),
                Obsolete = schema.Deprecation,
            };
            _unfinished.Enqueue(draft);
            return draft;
        });
    }

    private EnumDraft EnumOf(Schema schema, TypeName name) => Once(schema, name, suffix: "", (@namespace, ownName) =>
    {
        var names = new UniqueNames(StringComparer.Ordinal);
        var members = SchemaAnalysis.EnumValues(schema).Select(value =>
        {
            var expected = value is { Name: null, Value.Length: 0 } ? "Empty" : Identifiers.EnumMember(value.Name ?? value.Value);
            var member = names.Claim(expected);
            if (member != expected)
            {
                _faults.Add(DiagnosticRules.RenamedMember, schema.Position, value.Value, ownName, member, expected);
            }

            return new EnumMemberModel(member, value.Value, Descriptions.Of(value.Description, WireNameInWords(member, value.Value)));
        }).ToEquatableArray();
        return new EnumDraft(@namespace, Claim(@namespace, ownName, schema), schema.IsFlags, members)
        {
            OwnName = ownName,
            Documentation = Descriptions.OfType(schema),
            Obsolete = schema.Deprecation,
        };
    });

    /// <summary>What a member is on the wire, where its name doesn't say it.</summary>
    private static string? WireNameInWords(string member, string value) =>
        value.Length == 0 ? "The empty value." : string.Equals(member, value, StringComparison.OrdinalIgnoreCase) ? null : $"The value {Documentation.Code(value)}.";

    private void AddKnownValues(Schema schema, TypeName name) => Once(schema, name, suffix: "", (@namespace, ownName) =>
    {
        var names = new UniqueNames(StringComparer.Ordinal);
        var values = schema.KnownValues
            .Where(value => value.Length > 0)
            .Select(value => new KnownValue(names.Claim(Identifiers.FromSnakeCase(KnownValueName(value))), value))
            .ToEquatableArray();
        return new KnownValuesDraft(@namespace, Claim(@namespace, ownName, schema), values)
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

    private ComposedTypeDraft UnionOf(Schema schema, TypeName name)
    {
        var isNew = false;
        var draft = Once(schema, name, suffix: "", (@namespace, ownName) =>
        {
            isNew = true;
            var isExclusive = schema.AnyOf.Count == 0 || schema.OneOf.Count > 0;
            var enclosing = schema.ComponentName is null ? name.Enclosing : null;
            var claimed = Claim(enclosing?.FullName ?? @namespace, ownName, schema);
            return new ComposedTypeDraft(@namespace, claimed, enclosing, isExclusive)
            {
                OwnName = ownName,
                Documentation = Descriptions.OfType(schema),
                Obsolete = schema.Deprecation,
            };
        });
        if (isNew)
        {
            // Only now: a union may be a member of itself.
            draft.Enclosing?.Nested.Add(draft);
            _unions.Finish(draft, schema, name with { Namespace = draft.Namespace });
        }

        return draft;
    }

    /// <summary>The name of a type; a component that is called like a type of .NET has another, as with Kiota.</summary>
    private string Claim(string @namespace, string ownName, Schema schema)
    {
        var name = schema.ComponentName is null ? ownName : ReservedNames.Model(ownName);
        if (name != ownName)
        {
            _faults.Add(DiagnosticRules.RenamedType, schema.Position, ownName, "the name of a type of .NET or Kiota", name, "it");
        }

        return _registry.Claim(@namespace, name, schema.Position);
    }

    /// <summary>The type of another component of the same document whose name differs only in what is cut off.</summary>
    private TypeDraft? NamesakeOf(Schema schema) =>
        schema.ComponentName is { } name && _namesakes.TryGetValue(_componentNames.TypeOf(name), out var namesake) && namesake.Component != name ? namesake.Draft : null;

    private T Once<T>(Schema schema, TypeName name, string suffix, Func<string, string, T> make)
        where T : TypeDraft
    {
        T draft;
        if (schema.ComponentName is not null || schema.IsReferenced)
        {
            if (_components.TryGetValue((schema, suffix), out var known))
            {
                return (T)known;
            }

            if (suffix.Length == 0 && NamesakeOf(schema) is T namesake)
            {
                _faults.Add(DiagnosticRules.UnsupportedConstruct, schema.Position, $"A component that comes to the name of another, '{namesake.FullName}',", "Both are generated as the one that is used first.");
                _components[(schema, suffix)] = namesake;
                return namesake;
            }

            // What is referred to without having a name is called after the place that needs it first, and is one type for all.
            draft = schema.ComponentName is null
                ? make(name.Namespace, name.Name + suffix)
                : make(_componentNames.NamespaceOf(schema.ComponentName), ComponentNames.TypeNameOf(schema.ComponentName) + suffix);
            _components[(schema, suffix)] = draft;
            if (schema.ComponentName is not null && suffix.Length == 0)
            {
                _namesakes[_componentNames.TypeOf(schema.ComponentName)] = (schema.ComponentName, draft);
            }
        }
        else
        {
            // Only unions are nested.
            var enclosing = typeof(T) == typeof(ComposedTypeDraft) ? name.Enclosing?.FullName : null;
            var fullName = (enclosing ?? name.Namespace) + "." + name.Name + suffix;
            if (!_unnamed.TryGetValue(fullName, out var namesakes))
            {
                _unnamed.Add(fullName, namesakes = []);
            }

            if (namesakes.Find(namesake => namesake.Draft is T && SchemaAnalysis.AreAlike(namesake.Schema, schema)).Draft is T alike)
            {
                return alike;
            }

            draft = make(name.Namespace, name.Name + suffix);
            namesakes.Add((schema, draft));
        }

        if (draft.Enclosing is null)
        {
            _registry.Add(draft);
        }

        return draft;
    }
}

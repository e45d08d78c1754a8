using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>Finds bases, properties and discriminators of classes.</summary>
internal sealed class ClassShaper(
    ClientOptions options, TypeShaper types, SchemaAnalysis analysis, FaultList faults, ComponentNames componentNames, ErrorClasses errors)
{
    private const int MaximumDepth = 100;

    /// <summary>Gives a class all that it has; its bases come first, whose names it must know.</summary>
    public void Finish(ClassDraft draft)
    {
        var unfinished = new Stack<ClassDraft>();
        for (var next = draft; next is { IsFinished: false } && !unfinished.Contains(next); next = next.Base)
        {
            next.IsError = errors.IsRoot(next.Schema);
            if (analysis.BaseOf(next.Schema) is { } parent)
            {
                // An error can't derive from it, but others may use it.
                var made = types.ClassOf(parent, NameOfPart(next, "base"));
                next.Base = next.IsError ? null : made;
            }

            unfinished.Push(next);
        }

        foreach (var next in unfinished)
        {
            FinishOne(next);
        }
    }

    private void FinishOne(ClassDraft draft)
    {
        draft.IsFinished = true;
        draft.HasAdditionalData = MayHaveOthers(draft.Schema) && !BaseHasAdditionalData(draft.Schema, draft.IsError);
        AddProperties(draft);
        draft.Discriminator = DiscriminatorOf(draft);
    }

    private bool BaseHasAdditionalData(Schema schema, bool isFlat)
    {
        for (var ancestor = isFlat ? null : analysis.BaseOf(schema); ancestor is not null; ancestor = errors.IsRoot(ancestor) ? null : analysis.BaseOf(ancestor))
        {
            if (MayHaveOthers(ancestor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there may be members without a property: such as the document doesn't name, or as C# has no name for.</summary>
    private bool MayHaveOthers(Schema schema) =>
        schema.AdditionalProperties != AdditionalProperties.Forbidden || analysis.OwnProperties(schema, isFlat: false).Any(property => property.Name.Length == 0);

    private void AddProperties(ClassDraft draft)
    {
        var all = analysis.OwnProperties(draft.Schema, draft.IsError);
        var properties = all.Where(property => property.Name.Length > 0).ToList();
        var bases = draft.Base is null ? [] : Bases(draft).ToArray();
        var names = new PropertyNames(draft.OwnName, draft.Name, name => Array.Exists(bases, @base => @base.PlainNames.Contains(name)));
        var plainNames = properties.ConvertAll(property =>
        {
            var plain = names.Add(property.Name, isErrorMember: draft.IsError && (ReservedNames.IsMessage(property.Name) || analysis.DeclaringSchema(draft.Schema, property) == draft.Schema));
            draft.PlainNames.Add(plain);
            return plain;
        });
        var finalNames = names.Finish(ReservedMembers(draft));
        var required = analysis.RequiredNames(draft.Schema, draft.IsError);
        var isBelowError = Array.Exists(bases, @base => @base.IsError);
        for (var index = 0; index < properties.Count; index++)
        {
            var property = properties[index];
            var name = finalNames[index];
            var expected = PropertyNames.Expected(property.Name);
            if (name != expected)
            {
                faults.Add(DiagnosticRules.RenamedMember, property.Schema.Position, property.Name, draft.Name, name, expected);
            }

            var type = types.Use(property.Schema, NameOfProperty(draft, property));
            var target = property.Schema.Target;
            var provenance = property.Schema.Provenance ?? options.ProvenanceDefault;
            draft.Properties.Add(new PropertyDraft(
                name,
                property.Name,
                type,
                property.Schema.IsReadOnly || target.IsReadOnly,
                DefaultOf(property, type),
                Descriptions.OfProperty(property.Schema, type.Declaration is not null, required.Contains(property.Name), provenance),
                property.Schema.Deprecation ?? target.Deprecation,
                options.Mode != PreconditionMode.None && provenance == Provenance.Inferred,
                property.Schema.IsPrimaryErrorMessage || target.IsPrimaryErrorMessage || (draft.IsError && ReservedNames.IsMessage(plainNames[index])),
                ReservedNames.HidesInherited(name, draft.IsError || isBelowError) || HasProperty(bases, name),
                IsKeptOtherwise(property.Schema.IsReadOnly || target.IsReadOnly, type) && draft.KeepsUnknown,
                IsKeptOtherwise(property.Schema.IsReadOnly || target.IsReadOnly, type) && !draft.KeepsUnknown && type.Kind == TypeKind.Enum));
        }

        // What only says more of a property that a base has is no property of the class, but its type counts.
        foreach (var property in analysis.RepeatedProperties(draft.Schema, all).Where(property => property.Name.Length > 0))
        {
            types.Use(property.Schema, NameOfProperty(draft, property));
            if (Inherited(draft, property.Name) is { IsReadOnly: false } inherited && DefaultOf(property, inherited.Type) is { } value && value != inherited.Default)
            {
                draft.DefaultsOfBases.Add(new KeyValuePair<string, DefaultValue>(property.Name, value));
            }
        }

        foreach (var property in all.Where(property => property.Name.Length == 0))
        {
            faults.Add(DiagnosticRules.UnsupportedConstruct, property.Schema.Position, "A property with an empty name", "It is left out; its value ends up in AdditionalData.");
        }
    }

    /// <summary>What the constructor assigns to a property; what it can't is reported at its line.</summary>
    private DefaultValue? DefaultOf(SchemaProperty property, TypeUse type)
    {
        if ((property.Schema.Default ?? property.Schema.Target.Default) is not { } value)
        {
            return null;
        }

        var assigned = DefaultValues.Of(value, type);
        if (assigned is null && !DefaultValues.IsNone(value))
        {
            var what = value is ScalarNode scalar ? $"'{scalar.Value}', which its type can't hold" : $"{(value is SequenceNode ? "a list" : "an object")} that no constructor can spell";
            faults.Add(DiagnosticRules.UnsupportedConstruct, value.Position, $"The default of '{property.Name}', {what},", "New objects have no value there: set it yourself.");
        }

        return assigned;
    }

    /// <summary>Whether what a property has no value for is kept; what only the server sets is never written, and so not kept either.</summary>
    private static bool IsKeptOtherwise(bool isReadOnly, TypeUse type) =>
        !isReadOnly && type is { IsCollection: false } and ({ Kind: TypeKind.Enum } or { MayBeText: true });

    private static bool HasProperty(ClassDraft[] bases, string name)
    {
        foreach (var @base in bases)
        {
            foreach (var property in @base.Properties)
            {
                if (property.Name == name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> ReservedMembers(ClassDraft draft)
    {
        yield return "AdditionalData";
        if (draft.IsError)
        {
            yield return "Message";
        }
    }

    private static IEnumerable<ClassDraft> Bases(ClassDraft draft)
    {
        var depth = 0;
        for (var ancestor = draft.Base; ancestor is not null && depth < MaximumDepth; ancestor = ancestor.Base)
        {
            depth++;
            yield return ancestor;
        }
    }

    private static PropertyDraft? Inherited(ClassDraft draft, string wireName) =>
        Bases(draft).Select(@base => @base.Properties.Find(property => property.WireName == wireName)).FirstOrDefault(property => property is not null);

    private DiscriminatorDraft? DiscriminatorOf(ClassDraft draft)
    {
        var own = SchemaAnalysis.OwnDiscriminator(draft.Schema);
        var inherited = own;
        for (var ancestor = draft.IsError ? null : analysis.BaseOf(draft.Schema); inherited is null && ancestor is not null; ancestor = analysis.BaseOf(ancestor))
        {
            inherited = SchemaAnalysis.OwnDiscriminator(ancestor);
        }

        if (inherited is null)
        {
            return null;
        }

        var descendants = new HashSet<Schema>(analysis.Descendants(draft.Schema));
        var explicitly = inherited.Mappings.Select(mapping => new KeyValuePair<string, Schema>(mapping.Key, SchemaAnalysis.Collapse(mapping.Value))).ToList();
        var mappings = explicitly.Count > 0
            ? explicitly.Where(mapping => descendants.Contains(mapping.Value))
            : descendants.Where(descendant => descendant.ComponentName is not null).Select(descendant => new KeyValuePair<string, Schema>(descendant.ComponentName!, descendant));
        var drafts = mappings
            .Where(mapping => !errors.IsRoot(mapping.Value))
            .GroupBy(mapping => mapping.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => new KeyValuePair<string, TypeDraft>(group.First().Key, types.ClassOf(group.First().Value, NameOfPart(draft, group.Key))))
            .ToList();
        var discriminator = new DiscriminatorDraft(inherited.PropertyName, drafts);
        discriminator.Tell(isOfBase: true);
        foreach (var mapping in explicitly.Where(mapping => mapping.Value == draft.Schema).Take(1))
        {
            new DiscriminatorDraft(inherited.PropertyName, [new KeyValuePair<string, TypeDraft>(mapping.Key, draft)]).Tell(isOfBase: true);
        }

        return drafts.Count == 0 ? null : discriminator;
    }

    private TypeName NameOfProperty(ClassDraft draft, SchemaProperty property)
    {
        // An error repeats what its base has, but the unnamed types in it stay those of the base.
        var declaring = draft.IsError ? analysis.DeclaringSchema(draft.Schema, property) : draft.Schema;
        if (declaring == draft.Schema || declaring.ComponentName is null)
        {
            return NameOfPart(draft, property.Name);
        }

        var name = ComponentNames.TypeNameOf(declaring.ComponentName) + "_" + Identifiers.Suffix(property.Name);
        return new TypeName(componentNames.NamespaceOf(declaring.ComponentName), name, name, draft, draft, draft.Segment);
    }

    private TypeName NameOfPart(ClassDraft draft, string part)
    {
        var plain = draft.OwnName + "_" + Identifiers.Suffix(part);
        var name = plain;
        for (var number = 1; componentNames.IsTaken(draft.Namespace, name); number++)
        {
            name = plain + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return new TypeName(draft.Namespace, name, name, draft, draft, draft.Segment);
    }
}

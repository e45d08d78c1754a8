using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Shaping;

/// <summary>Finds the library types whose simple name means something else inside a client.</summary>
internal static class ShadowedNames
{
    /// <summary>The names, sorted. Only those that printers use count, so that a new type seldom changes them.</summary>
    public static EquatableArray<string> Of(IEnumerable<TypeModel> models)
    {
        // Of the many names only these few are kept.
        var wanted = new HashSet<string>(LibraryTypes.NamesThatCanBeHidden, StringComparer.Ordinal);
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var model in models)
        {
            Add(model.Name);
            if (namespaces.Add(model.Namespace))
            {
                foreach (var part in model.Namespace.Split('.'))
                {
                    Add(part);
                }
            }

            foreach (var member in MembersOf(model))
            {
                Add(member);
            }
        }

        return hidden.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();

        void Add(string name)
        {
            if (wanted.Contains(name))
            {
                hidden.Add(name);
            }
        }
    }

    private static IEnumerable<string> MembersOf(TypeModel model) => model switch
    {
        ClassModel type => type.Properties.Select(property => property.Name).Concat(type.NestedTypes.Select(nested => nested.Name)).Concat(type.NestedTypes.SelectMany(MembersOf)),
        ComposedTypeModel type => type.ObjectMembers.Concat(type.ValueMembers).Select(member => member.Name),
        RequestBuilderModel type => type.Navigations.Select(navigation => navigation.Name)
            .Concat(type.NestedTypes.Select(nested => nested.Name))
            .Concat(type.NestedTypes.SelectMany(MembersOf))
            .Concat(type.Executors.SelectMany(executor => executor.QueryParameters).Select(parameter => parameter.Name)),
        _ => [],
    };
}

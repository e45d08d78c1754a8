using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping;

/// <summary>Tells the enums that come in JSON from those that parameters alone have, which nobody reads or writes as JSON.</summary>
internal static class EnumsInJson
{
    /// <summary>The same types, where each enum says whether it comes in JSON.</summary>
    public static List<TypeModel> Mark(List<TypeModel> models)
    {
        var names = new HashSet<string>(
            models.SelectMany(UsedBy).Where(type => type.Kind == TypeKind.Enum).Select(type => type.FullName!), StringComparer.Ordinal);
        return models.ConvertAll(model => model is EnumModel type ? type with { IsInJson = names.Contains(type.Namespace + "." + type.Name) } : model);
    }

    private static IEnumerable<TypeReference> UsedBy(TypeModel model) => model switch
    {
        ClassModel type => type.Properties.Select(property => property.Type).Concat(type.NestedTypes.SelectMany(UsedBy)),
        ComposedTypeModel type => type.ObjectMembers.Concat(type.ValueMembers).Select(member => member.Type),
        RequestBuilderModel type => type.NestedTypes.SelectMany(UsedBy),
        _ => [],
    };
}

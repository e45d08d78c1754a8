using System.Reflection;

namespace SieSmart.Testing;

/// <summary>The members of generated models that only the server sets: those without a public setter.</summary>
internal static class ServerSetMembers
{
    public static IEnumerable<PropertyInfo> Of(Type model)
    {
        for (var type = model; type is not null; type = type.BaseType)
        {
            // A private setter is seen by the class that declares it alone.
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                if (IsServerSet(property))
                {
                    yield return property;
                }
            }
        }
    }

    public static bool IsServerSet(PropertyInfo property) => property is { SetMethod.IsPublic: false, GetMethod.IsPublic: true };
}

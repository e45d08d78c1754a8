using Microsoft.CodeAnalysis;

namespace Parity.Tests.Shape;

/// <summary>What callers see of a client, a fact a line, read from the compiler's symbols.</summary>
internal static class ShapeListing
{
    /// <summary>The public types of a client, their public members, and the attributes that matter at run time or to callers.</summary>
    public static IReadOnlySet<string> Of(Compilation client) =>
        Types(client.Assembly.GlobalNamespace).SelectMany(Facts).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceSymbol space)
            {
                foreach (var type in Types(space))
                {
                    yield return type;
                }
            }
            else if (member is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type)
            {
                yield return type;
                foreach (var nested in Types(type))
                {
                    yield return nested;
                }
            }
        }
    }

    private static IEnumerable<string> Facts(INamedTypeSymbol type)
    {
        yield return Marked(type, TypeFact(type));
        foreach (var member in type.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public))
        {
            foreach (var fact in Facts(type, member))
            {
                yield return Marked(member, fact);
            }
        }
    }

    private static string TypeFact(INamedTypeSymbol type)
    {
        var kind = type.TypeKind switch
        {
            TypeKind.Enum => AttributeSpelling.Has(type, "FlagsAttribute") ? "enum flags" : "enum",
            TypeKind.Class => type switch { { IsStatic: true } => "static class", { IsAbstract: true } => "abstract class", { IsSealed: true } => "sealed class", _ => "class" },
            _ => type.TypeKind.ToString(),
        };
        var bases = type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } parent } ? [TypeSpelling.Of(parent)] : Array.Empty<string>();
        var all = bases.Concat(type.Interfaces.Select(TypeSpelling.Of).Order(StringComparer.Ordinal)).ToList();
        return $"type {TypeSpelling.Of(type)} {kind}{(all.Count == 0 || type.TypeKind == TypeKind.Enum ? "" : " : " + string.Join(", ", all))}";
    }

    private static IEnumerable<string> Facts(INamedTypeSymbol type, ISymbol member)
    {
        var owner = TypeSpelling.Of(type);
        switch (member)
        {
            case IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } field:
                yield return $"enum {owner}.{field.Name} = \"{AttributeSpelling.Value(field, "EnumMemberAttribute") ?? field.Name}\"{(AttributeSpelling.Has(type, "FlagsAttribute") ? $" {field.ConstantValue}" : "")}";
                break;
            case IFieldSymbol { AssociatedSymbol: null } field:
                yield return $"field {owner}.{field.Name} : {TypeSpelling.Of(field.Type)}";
                break;
            case IPropertySymbol { IsIndexer: true } indexer:
                yield return $"indexer {owner}[{Types(indexer.Parameters)}] : {TypeSpelling.Of(indexer.Type)}";
                break;
            case IPropertySymbol property when type.Name.EndsWith("QueryParameters", StringComparison.Ordinal):
                // Kiota sends a property without the attribute under its own name, letter for letter.
                yield return $"query {owner}.{property.Name} : {TypeSpelling.Of(property.Type)} = \"{AttributeSpelling.Value(property, "QueryParameterAttribute") ?? property.Name}\"";
                break;
            case IPropertySymbol property:
                yield return $"prop {owner}.{property.Name} : {TypeSpelling.Of(property.Type)} {Accessors(property)}{(property.IsStatic ? " static" : "")}";
                break;
            case IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: false } constructor:
                yield return $"ctor {owner}({Types(constructor.Parameters)})";
                break;
            case IMethodSymbol { MethodKind: MethodKind.Ordinary } method:
                yield return $"method {owner}.{method.Name}({Types(method.Parameters)}) : {TypeSpelling.Of(method.ReturnType)}{(method.IsStatic ? " static" : "")}";
                if (method.Parameters.Length > 0)
                {
                    yield return $"params {owner}.{method.Name} = {string.Join(", ", method.Parameters.Select(parameter => parameter.Name + (parameter.HasExplicitDefaultValue ? "?" : "")))}";
                }

                break;
            default:
                break;
        }
    }

    private static string Accessors(IPropertySymbol property) => $"{{{Accessor(property.GetMethod, "get")}{Accessor(property.SetMethod, "set")}}}";

    private static string Accessor(IMethodSymbol? accessor, string name) => accessor switch
    {
        null => "",
        { DeclaredAccessibility: Accessibility.Public } => name + ";",
        _ => accessor.DeclaredAccessibility.ToString().ToLowerInvariant() + " " + name + ";",
    };

    private static string Types(IEnumerable<IParameterSymbol> parameters) => string.Join(", ", parameters.Select(parameter => TypeSpelling.Of(parameter.Type)));

    private static string Marked(ISymbol symbol, string fact)
    {
        for (var declaration = symbol; declaration is not (null or INamespaceSymbol); declaration = declaration.ContainingSymbol)
        {
            if (AttributeSpelling.Has(declaration, "ObsoleteAttribute"))
            {
                return "obsolete " + fact;
            }
        }

        return fact;
    }
}

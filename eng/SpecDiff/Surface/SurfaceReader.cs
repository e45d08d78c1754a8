using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SpecDiff.Surface;

/// <summary>Lists what others can see of an assembly.</summary>
internal static class SurfaceReader
{
    private static readonly SymbolDisplayFormat Full = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat Annotated = Full.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Short = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The types that others can see, sorted by name.</summary>
    public static IReadOnlyList<SurfaceType> Read(IAssemblySymbol assembly) =>
        [.. TypesIn(assembly.GlobalNamespace).Select(Read).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => TypesIn(inner),
        INamedTypeSymbol type when IsVisible(type) => TypesIn(type).Prepend(type),
        _ => [],
    });

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public ||
        (symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal && symbol.ContainingType is { IsSealed: false });

    private static SurfaceType Read(INamedTypeSymbol type) => new(
        type.ToDisplayString(Full),
        KindOf(type),
        [.. BasesOf(type).Select(Use).OrderBy(use => use.Name, StringComparer.Ordinal)],
        [.. MembersOf(type)],
        MarksOf(type));

    private static string KindOf(INamedTypeSymbol type)
    {
        var kind = type.TypeKind switch
        {
            TypeKind.Struct => (type.IsReadOnly ? "readonly " : "") + (type.IsRecord ? "record struct" : "struct"),
            TypeKind.Class => type.IsRecord ? "record" : "class",
            var other => other.ToString().ToLowerInvariant(),
        };
        var modifiers = type.TypeKind != TypeKind.Class ? "" : type.IsStatic ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        return AccessibilityOf(type) + " " + modifiers + kind + (type.TypeKind == TypeKind.Enum ? " of " + type.EnumUnderlyingType!.ToDisplayString(Full) : "");
    }

    private static IEnumerable<ITypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        if (type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum or SpecialType.System_MulticastDelegate) } parent)
        {
            yield return parent;
        }

        if (type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
        {
            foreach (var implemented in type.AllInterfaces)
            {
                yield return implemented;
            }
        }
    }

    private static IEnumerable<SurfaceMember> MembersOf(INamedTypeSymbol type)
    {
        if (type is { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke })
        {
            return [Method(invoke)];
        }

        var members = type.GetMembers().Where(IsVisible).Select(Member).OfType<SurfaceMember>();

        // The numbers of an enum are its order; elsewhere names are.
        return type.TypeKind == TypeKind.Enum ? members : members.OrderBy(member => member.Signature, StringComparer.Ordinal).ThenBy(member => member.Kind, StringComparer.Ordinal);
    }

    private static SurfaceMember? Member(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.Constructor } method
            when !IsMadeByCompiler(method) => Method(method),
        IPropertySymbol property => new SurfaceMember(
            "property", property.IsIndexer ? "this" : property.Name, ModifiersOf(property), Use(property.Type, property.NullableAnnotation),
            Parameters(property.Parameters), AccessorsOf(property), Constant: null, MarksOf(property)),
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member => new SurfaceMember(
            "field", member.Name, "public", Type: null, [], "", Value(member.ConstantValue), MarksOf(member)),
        IFieldSymbol field => new SurfaceMember(
            "field", field.Name, ModifiersOf(field), Use(field.Type, field.NullableAnnotation), [], "", field.HasConstantValue ? Value(field.ConstantValue) : null, MarksOf(field)),
        IEventSymbol happening => new SurfaceMember(
            "event", happening.Name, ModifiersOf(happening), Use(happening.Type, happening.NullableAnnotation), [], "", Constant: null, MarksOf(happening)),
        _ => null,
    };

    private static bool IsMadeByCompiler(IMethodSymbol method) =>
        (method.IsImplicitlyDeclared && method.MethodKind != MethodKind.Constructor) || Attribute(method, "CompilerGeneratedAttribute") is not null;

    private static SurfaceMember Method(IMethodSymbol method) => new(
        method.MethodKind == MethodKind.Constructor ? "constructor" : "method",
        method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Arity > 0 ? method.Name + "`" + method.Arity.ToString(CultureInfo.InvariantCulture) : method.Name,
        ModifiersOf(method),
        method.MethodKind == MethodKind.Constructor ? null : Use(method.ReturnType, method.ReturnNullableAnnotation),
        [.. Parameters(method.Parameters).Select((parameter, index) => index == 0 && method.IsExtensionMethod ? parameter with { Kind = "this" } : parameter)],
        "",
        Constant: null,
        MarksOf(method));

    private static SurfaceParameter[] Parameters(IEnumerable<IParameterSymbol> parameters) => [.. parameters.Select(parameter => new SurfaceParameter(
        parameter.Name,
        Use(parameter.Type, parameter.NullableAnnotation),
        parameter.IsParams ? "params" : parameter.RefKind == RefKind.None ? "" : parameter.RefKind.ToString().ToLowerInvariant(),
        !parameter.HasExplicitDefaultValue ? null : parameter.ExplicitDefaultValue is { } value ? Value(value) : "default"))];

    private static string AccessorsOf(IPropertySymbol property)
    {
        var getter = property.GetMethod is { } get && IsVisible(get) ? "get; " : "";
        var setter = property.SetMethod is not { } set || !IsVisible(set) ? ""
            : (set.DeclaredAccessibility < property.DeclaredAccessibility ? "protected " : "") + (set.IsInitOnly ? "init; " : "set; ");
        return "{ " + getter + setter + "}";
    }

    private static string ModifiersOf(ISymbol symbol) => AccessibilityOf(symbol) +
        (symbol is IFieldSymbol { IsConst: true } ? " const"
            : (symbol.IsStatic ? " static" : "") + (symbol.ContainingType.TypeKind == TypeKind.Interface ? "" : symbol.IsAbstract ? " abstract" : symbol.IsOverride ? " override" : symbol.IsVirtual ? " virtual" : "")
                + (symbol is IFieldSymbol { IsReadOnly: true } ? " readonly" : ""));

    private static string AccessibilityOf(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public ? "public" : "protected";

    private static SurfaceTypeUse Use(ITypeSymbol type) => Use(type, NullableAnnotation.None);

    private static SurfaceTypeUse Use(ITypeSymbol type, NullableAnnotation annotation)
    {
        var annotated = annotation == NullableAnnotation.None ? type : type.WithNullableAnnotation(annotation);
        return new SurfaceTypeUse(
            annotated.ToDisplayString(Full), annotated.ToDisplayString(Annotated), annotated.ToDisplayString(Short),
            !type.IsValueType && annotation == NullableAnnotation.Annotated);
    }

    private static SurfaceMarks MarksOf(ISymbol symbol) => new(
        Attribute(symbol, "ExperimentalAttribute")?.ConstructorArguments.FirstOrDefault().Value as string,
        Attribute(symbol, "ObsoleteAttribute") is not { } obsolete ? null : obsolete.ConstructorArguments.FirstOrDefault().Value as string ?? "");

    private static AttributeData? Attribute(ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);

    private static string Value(object? value) => value is null ? "null" : SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default";
}

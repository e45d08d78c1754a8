namespace SieSmart.Generators.Model;

/// <summary>The guards of one request builder that others generated: a part of the class that holds those of the whole client.</summary>
/// <param name="BuilderType">The request builder, spelled as C# reads it anywhere.</param>
/// <param name="OperationsType">The class that describes the operations, spelled so.</param>
/// <param name="Guards">The guards.</param>
internal sealed record GuardFileModel(string Namespace, string Name, string BuilderType, string OperationsType, EquatableArray<GuardModel> Guards)
    : TypeModel(Namespace, Name, new Documentation(""), Obsolete: null);

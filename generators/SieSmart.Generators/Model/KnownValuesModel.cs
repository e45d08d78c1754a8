namespace SieSmart.Generators.Model;

/// <summary>A static class of constants: the known values of a string whose list of values is open.</summary>
/// <param name="Values">The constants, in the order of the document.</param>
internal sealed record KnownValuesModel(
    string Namespace, string Name, Documentation Documentation, EquatableArray<KnownValue> Values)
    : TypeModel(Namespace, Name, Documentation, Obsolete: null);

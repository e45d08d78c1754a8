namespace SieSmart.Generators.Model;

/// <summary>A class that lists all operations of a client, by which requests made by hand are recognised.</summary>
/// <param name="Fields">The fields that describe the operations, each with the full name of its request builder.</param>
internal sealed record OperationTableModel(
    string Namespace, string Name, Documentation Documentation, EquatableArray<string> Fields)
    : TypeModel(Namespace, Name, Documentation, Obsolete: null);

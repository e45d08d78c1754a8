namespace SieSmart.Generators.Model;

/// <summary>A class that describes all operations of a client that others generated.</summary>
/// <param name="Operations">The operations, in the order of their fields.</param>
internal sealed record OperationListModel(
    string Namespace, string Name, Documentation Documentation, EquatableArray<DescribedOperation> Operations)
    : TypeModel(Namespace, Name, Documentation, Obsolete: null);

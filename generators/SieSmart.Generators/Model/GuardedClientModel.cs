namespace SieSmart.Generators.Model;

/// <summary>What a document wants guarded of a client that others generated.</summary>
/// <param name="Namespace">The namespace of the client, where its guards go, too: who names the client has it at hand.</param>
/// <param name="Name">The name of the class with the guards.</param>
/// <param name="ClientFullName">The full name of the client.</param>
/// <param name="OperationsFullName">The full name of the class that describes its operations.</param>
/// <param name="IsRequired">Whether a call without a guard is an error.</param>
/// <param name="Builders">The request builders that have guarded or versioned operations, sorted by name.</param>
/// <param name="Style">How the files are written.</param>
internal sealed record GuardedClientModel(
    string Namespace,
    string Name,
    string ClientFullName,
    string OperationsFullName,
    bool IsRequired,
    EquatableArray<GuardedBuilderModel> Builders,
    SourceStyle Style);

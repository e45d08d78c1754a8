namespace SieSmart.Generators.Model;

/// <summary>A class that registers a client with the services of an application, with what the document says of how it is reached.</summary>
/// <param name="Method">The name of the method.</param>
/// <param name="Client">The full name of the client.</param>
/// <param name="Section">The client's name among services, options and settings.</param>
/// <param name="BaseAddress">The address of the server; null if the document names none that is whole.</param>
/// <param name="TokenEndpoint">Where tokens come from; null if the document names no such place.</param>
/// <param name="Scope">The scopes to ask for, separated by spaces; null for none.</param>
/// <param name="ApiKeys">The keys that go with each request.</param>
/// <param name="Requests">How many requests may be sent in a window; null without a limit.</param>
/// <param name="Seconds">The length of the window in seconds.</param>
/// <param name="Operations">The full name of the list of operations; null if there is none.</param>
internal sealed record RegistrationModel(
    string Namespace,
    string Name,
    Documentation Documentation,
    string Method,
    string Client,
    string Section,
    string? BaseAddress,
    string? TokenEndpoint,
    string? Scope,
    EquatableArray<RegistrationKey> ApiKeys,
    int? Requests,
    int Seconds,
    string? Operations)
    : TypeModel(Namespace, Name, Documentation, Obsolete: null);

namespace SieSmart.Generators.Model;

/// <summary>What a document wants guarded of a request builder that others generated.</summary>
/// <param name="FullName">The full name that the request builder has by Kiota's rules.</param>
/// <param name="Executors">The operations, sorted by verb.</param>
internal sealed record GuardedBuilderModel(string FullName, EquatableArray<GuardedExecutorModel> Executors);

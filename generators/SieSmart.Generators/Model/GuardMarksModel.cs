namespace SieSmart.Generators.Model;

/// <summary>What analyzers learn of a client that others generated, and the part of its guards that says what they are.</summary>
/// <param name="Namespace">The namespace of the guards.</param>
/// <param name="Name">The name of the class with the guards.</param>
/// <param name="ClientFullName">The full name of the client.</param>
/// <param name="IsRequired">Whether a call without a guard is an error.</param>
/// <param name="Files">The guards.</param>
/// <param name="Style">How the file is written.</param>
internal sealed record GuardMarksModel(string Namespace, string Name, string ClientFullName, bool IsRequired, EquatableArray<GuardFileModel> Files, SourceStyle Style);

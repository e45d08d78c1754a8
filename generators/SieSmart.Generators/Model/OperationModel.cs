namespace SieSmart.Generators.Model;

/// <summary>What the runtime learns of an operation.</summary>
/// <param name="Id">The operation's id, or verb and path where the document gives none.</param>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="PathTemplate">The path as the document has it.</param>
/// <param name="Precondition">What it has to do with entity tags.</param>
/// <param name="VersionScope">The path whose entity tag guards it, or null.</param>
/// <param name="ReturnsVersion">Whether its success response declares an ETag header.</param>
/// <param name="IsRetrySafe">Whether the document says that it may be sent again.</param>
/// <param name="IsPathInferred">Whether the vendor has not documented its path.</param>
internal sealed record OperationModel(
    string Id,
    string Method,
    string PathTemplate,
    PreconditionKind Precondition,
    string? VersionScope,
    bool ReturnsVersion,
    bool IsRetrySafe,
    bool IsPathInferred);

namespace SieSmart.Generators.Model;

/// <summary>The methods that send one operation and that make its request.</summary>
/// <param name="Verb">The verb in Kiota's spelling, as in <c>PutAsync</c>.</param>
/// <param name="Owner">Who prints it.</param>
/// <param name="Operation">What the runtime learns of it.</param>
/// <param name="Body">The body, or null.</param>
/// <param name="Result">The type of the answer; null if it has no content.</param>
/// <param name="Accept">The Accept header, or null.</param>
/// <param name="UrlTemplate">A template that overrides the request builder's, or null.</param>
/// <param name="QueryParameters">Its query parameters.</param>
/// <param name="Errors">Its error responses.</param>
/// <param name="Documentation">What it does.</param>
/// <param name="Obsolete">Why it should not be used any more, or null.</param>
/// <param name="IsInferred">Whether the vendor has not documented it.</param>
internal sealed record ExecutorModel(
    string Verb,
    ExecutorOwner Owner,
    OperationModel Operation,
    BodyModel? Body,
    TypeReference? Result,
    string? Accept,
    string? UrlTemplate,
    EquatableArray<QueryParameterModel> QueryParameters,
    EquatableArray<ErrorMappingModel> Errors,
    Documentation Documentation,
    string? Obsolete,
    bool IsInferred);

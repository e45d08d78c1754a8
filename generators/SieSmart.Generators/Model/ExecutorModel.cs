namespace SieSmart.Generators.Model;

/// <summary>The methods that send one operation and that make its request.</summary>
/// <param name="Verb">The verb in Kiota's spelling, as in <c>PutAsync</c>.</param>
/// <param name="Name">The name, without <c>Async</c>, of the method that sends it in Kiota's form: the verb, or one that names the result as well.</param>
/// <param name="Owner">Who prints it.</param>
/// <param name="HasVersionedName">
/// Whether the form with entity tags is also found under the name that it has beside Kiota's, as in <c>GetVersionedAsync</c>: code that
/// calls it so compiles in each mode and with each engine.
/// </param>
/// <param name="Operation">What the runtime learns of it.</param>
/// <param name="Body">The body, or null.</param>
/// <param name="Result">The type of the answer; null if it has no content.</param>
/// <param name="OlderResult">What the method of the verb's name gives to callers of older clients; null if there is no such method beside the other.</param>
/// <param name="HasConfigurationClass">Whether callers of older clients find the class of its configuration.</param>
/// <param name="Accept">The Accept header, or null.</param>
/// <param name="UrlTemplate">A template that overrides the request builder's, or null.</param>
/// <param name="QueryParameters">Its query parameters.</param>
/// <param name="Errors">Its error responses.</param>
/// <param name="Throws">The classes of the errors, and when there is which.</param>
/// <param name="Documentation">What it does.</param>
/// <param name="Obsolete">Why it should not be used any more, or null.</param>
/// <param name="IsInferred">Whether the vendor has not documented it.</param>
internal sealed record ExecutorModel(
    string Verb,
    string Name,
    ExecutorOwner Owner,
    bool HasVersionedName,
    OperationModel Operation,
    BodyModel? Body,
    TypeReference? Result,
    TypeReference? OlderResult,
    bool HasConfigurationClass,
    string? Accept,
    string? UrlTemplate,
    EquatableArray<QueryParameterModel> QueryParameters,
    EquatableArray<ErrorMappingModel> Errors,
    EquatableArray<ThrownErrorModel> Throws,
    Documentation Documentation,
    string? Obsolete,
    bool IsInferred);

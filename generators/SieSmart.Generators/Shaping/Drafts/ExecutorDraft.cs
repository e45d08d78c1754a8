using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>The methods of one operation.</summary>
internal sealed record ExecutorDraft(
    string Verb,
    ExecutorOwner Owner,
    OperationModel Operation,
    BodyDraft? Body,
    TypeUse? Result,
    string? Accept,
    string? UrlTemplate,
    IReadOnlyList<QueryParameterDraft> QueryParameters,
    IReadOnlyList<KeyValuePair<string, TypeDraft>> Errors,
    Documentation Documentation,
    string? Obsolete,
    bool IsInferred)
{
    /// <summary>The finished methods.</summary>
    public ExecutorModel Freeze() => new(
        Verb,
        Owner,
        Operation,
        Body?.Freeze(),
        Result?.Freeze(),
        Accept,
        UrlTemplate,
        QueryParameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => parameter.Freeze()).ToEquatableArray(),
        Errors.OrderBy(error => error.Key, StringComparer.Ordinal).Select(error => new ErrorMappingModel(error.Key, error.Value.FullName)).ToEquatableArray(),
        Documentation,
        Obsolete,
        IsInferred);
}

using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>The methods of one operation.</summary>
internal sealed record ExecutorDraft(
    string Verb,
    ExecutorOwner Owner,
    OperationModel Operation,
    BodyDraft? Body,
    TypeUse? Result,
    bool HasConfigurationClass,
    string? Accept,
    string? UrlTemplate,
    IReadOnlyList<QueryParameterDraft> QueryParameters,
    IReadOnlyList<KeyValuePair<string, TypeDraft>> Errors,
    Documentation Documentation,
    string? Obsolete,
    bool IsInferred)
{
    /// <summary>The name, without <c>Async</c>, of the method that sends it.</summary>
    public string Name { get; init; } = Verb;

    /// <summary>What the method of the verb's name gives to callers of older clients, or null.</summary>
    public TypeUse? OlderResult { get; init; }

    /// <summary>The types that it takes and gives.</summary>
    public IEnumerable<TypeDraft> Declarations =>
        new[] { Body?.Type, Result, OlderResult }
            .Concat(QueryParameters.Select(parameter => parameter.Type))
            .Select(type => type?.Declaration)
            .Concat(Errors.Select(error => error.Value))
            .OfType<TypeDraft>();

    /// <summary>The finished methods.</summary>
    public ExecutorModel Freeze() => new(
        Verb,
        Name,
        Owner,
        Operation,
        Body?.Freeze(),
        Result?.Freeze(),
        OlderResult?.Freeze(),
        HasConfigurationClass,
        Accept,
        UrlTemplate,
        QueryParameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => parameter.Freeze()).ToEquatableArray(),
        Errors.OrderBy(error => error.Key, StringComparer.Ordinal).Select(error => new ErrorMappingModel(error.Key, error.Value.FullName)).ToEquatableArray(),
        Documentation,
        Obsolete,
        IsInferred);
}

using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>The methods of one operation.</summary>
internal sealed record ExecutorDraft(
    string Verb,
    ExecutorOwner Owner,
    bool HasVersionedName,
    OperationModel Operation,
    BodyDraft? Body,
    TypeUse? Result,
    bool HasConfigurationClass,
    string? Accept,
    string? UrlTemplate,
    IReadOnlyList<QueryParameterDraft> QueryParameters,
    IReadOnlyList<ErrorDraft> Errors,
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
            .Concat(Errors.Select(error => error.Declaration))
            .OfType<TypeDraft>();

    /// <summary>The finished methods.</summary>
    public ExecutorModel Freeze()
    {
        var errors = Errors.OrderBy(error => error.Code, StringComparer.Ordinal).ToList();
        return new ExecutorModel(
            Verb,
            Name,
            Owner,
            HasVersionedName,
            Operation,
            Body?.Freeze(),
            Result?.Freeze(),
            OlderResult?.Freeze(),
            HasConfigurationClass,
            Accept,
            UrlTemplate,
            QueryParameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => parameter.Freeze()).ToEquatableArray(),
            errors.Select(error => new ErrorMappingModel(error.Code, error.Declaration.FullName)).ToEquatableArray(),
            errors.GroupBy(error => error.Declaration.FullName, StringComparer.Ordinal).Select(group => new ThrownErrorModel(group.Key, string.Join(" ", group.Select(InWords)))).ToEquatableArray(),
            Documentation,
            Obsolete,
            IsInferred);
    }

    private static string InWords(ErrorDraft error) =>
        (error.Code == "XXX" ? "default" : error.Code.ToLowerInvariant()) + (string.IsNullOrWhiteSpace(error.Words) ? "" : ": " + error.Words!.TrimEnd('.')) + ".";
}

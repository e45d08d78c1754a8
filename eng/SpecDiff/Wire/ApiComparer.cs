using SieSmart.Generators.Model;
using SpecDiff.Documents;
using SpecDiff.Findings;

namespace SpecDiff.Wire;

/// <summary>Compares what two documents say about the wire.</summary>
/// <param name="before">The old document.</param>
/// <param name="after">The new one.</param>
/// <param name="renames">Types and schemas that have another name and are the same otherwise.</param>
/// <param name="findings">Where the changes go.</param>
internal sealed class ApiComparer(ApiDescription before, ApiDescription after, NewNames renames, FindingList findings)
{
    private const string WholeApi = "API";

    private readonly SchemaComparer _schemas = new(before, after, renames.Schemas, findings);

    /// <summary>Compares all.</summary>
    public void Compare()
    {
        var old = new WireReader(before);
        var now = new WireReader(after);
        CompareServers(WholeApi, old.Servers(), now.Servers(), after.PlaceOf(after.Root["servers"]?.Position ?? after.Root.Position));
        CompareOperations(old.Operations(), now.Operations());
        CompareCallbacks(old.Webhooks(), now.Webhooks(), title => "webhook " + title);
    }

    private void CompareServers(string where, IReadOnlyList<string> old, IReadOnlyList<string> now, Place place)
    {
        if (old.Count > 0 && now.Count > 0 && old[0] != now[0])
        {
            findings.Add(ApiRules.ServerChanged, where, "The first server is another one", old[0], now[0], place);
        }

        foreach (var server in old.Except(now, StringComparer.Ordinal))
        {
            findings.Add(ApiRules.ServerRemoved, where, $"'{server}' is gone", was: null, now: null, place);
        }

        foreach (var server in now.Except(old, StringComparer.Ordinal))
        {
            findings.Add(ApiRules.ServerAdded, where, $"'{server}' is new", was: null, now: null, place);
        }
    }

    private void CompareOperations(IReadOnlyList<WireOperation> old, IReadOnlyList<WireOperation> now)
    {
        var pairs = OperationPairs.Of(old, now);
        foreach (var (was, operation) in pairs)
        {
            if (operation is null)
            {
                findings.Add(ApiRules.OperationRemoved, was!.Title, "The operation is gone", was: null, now: null, before.PlaceOf(was.Position));
            }
            else if (was is null)
            {
                findings.Add(ApiRules.OperationAdded, operation.Title, "The operation is new", was: null, now: null, after.PlaceOf(operation.Position));
            }
            else
            {
                CompareOperation(was, operation);
            }
        }
    }

    private void CompareOperation(WireOperation old, WireOperation now)
    {
        var place = after.PlaceOf(now.Position);
        var where = now.Title;
        if (old.Key != now.Key)
        {
            findings.Add(ApiRules.OperationMoved, where, "The operation is elsewhere", old.Title, now.Title, place);
        }

        if (old.Id != now.Id)
        {
            findings.Add(ApiRules.OperationIdChanged, where, "The operation has another operationId", old.Id ?? "none", now.Id ?? "none", place);
        }

        if (old.IsDeprecated != now.IsDeprecated)
        {
            findings.Add(now.IsDeprecated ? ApiRules.OperationDeprecated : ApiRules.OperationUndeprecated, where, $"The operation is {(now.IsDeprecated ? "" : "not ")}deprecated", was: null, now: null, place);
        }

        if (old.IsRetrySafe != now.IsRetrySafe)
        {
            findings.Add(now.IsRetrySafe ? ApiRules.RetryAllowed : ApiRules.RetryForbidden, where, $"The operation is {(now.IsRetrySafe ? "" : "not ")}marked 'x-retry: safe'", was: null, now: null, place);
        }

        if (old.Servers != now.Servers)
        {
            findings.Add(ApiRules.ServerChanged, where, "The operation names another server", old.Servers, now.Servers, place);
        }

        if (old.Security != now.Security)
        {
            findings.Add(now.Security.Length == 0 ? ApiRules.SecurityDropped : ApiRules.SecurityChanged, where, $"The operation wants {(now.Security.Length == 0 ? "no credentials any more" : "other credentials")}", Word(old.Security), Word(now.Security), place);
        }

        CompareVersions(old, now, where, place);
        CompareParameters(old, now, where);
        CompareBody(old.Body, now.Body, where, place);
        CompareResponses(old, now, where, place);
        CompareCallbacks(old.Callbacks, now.Callbacks, title => $"callback {title} of {where}");
    }

    private static string Word(string text) => text.Length == 0 ? "none" : text;

    private void CompareVersions(WireOperation old, WireOperation now, string where, Place place)
    {
        var was = before.Executors.GetValueOrDefault(old.Title);
        var executor = after.Executors.GetValueOrDefault(now.Title);
        var guarded = Guards.Of(old, was);
        var guards = Guards.Of(now, executor);
        if (guarded != guards)
        {
            var (rule, what) = (guarded, guards) switch
            {
                (_, Guard.Required) => (ApiRules.GuardAdded, "The request must carry an ETag (If-Match)"),
                (Guard.None, _) => (ApiRules.GuardPossible, "The request may carry an ETag (If-Match)"),
                (_, Guard.Optional) => (ApiRules.GuardOptional, "The request may go without its ETag (If-Match)"),
                _ => (ApiRules.GuardDropped, "The request carries no ETag (If-Match) any more"),
            };
            findings.Add(rule, where, what, guarded.ToString().ToLowerInvariant(), guards.ToString().ToLowerInvariant(), place);
        }
        else if (guards != Guard.None && old.DeclaresIfMatch && !now.DeclaresIfMatch)
        {
            findings.Add(ApiRules.GuardUndeclared, where, "The request carries its ETag (If-Match) by the rule alone", was: "declared", now: "not declared", place);
        }

        if (guarded != Guard.None && guards != Guard.None && was is not null && executor is not null &&
            WireOperation.Shape(was.Operation.VersionScope ?? "") != WireOperation.Shape(executor.Operation.VersionScope ?? ""))
        {
            findings.Add(ApiRules.VersionScopeChanged, where, "Another resource's ETag guards the request", Word(was.Operation.VersionScope ?? ""), Word(executor.Operation.VersionScope ?? ""), place);
        }

        if (old.ReturnsETag != now.ReturnsETag)
        {
            findings.Add(now.ReturnsETag ? ApiRules.EtagGained : ApiRules.EtagLost, where, $"The answer brings {(now.ReturnsETag ? "an ETag" : "no ETag any more")}", was: null, now: null, place);
        }

        CompareErrors(was, executor, where, place);
    }

    private void CompareErrors(ExecutorModel? old, ExecutorModel? now, string where, Place place)
    {
        if (old is null || now is null)
        {
            return;
        }

        foreach (var code in old.Errors.Concat(now.Errors).Select(error => error.Code).Where(code => code != "XXX").Append("4XX").Append("5XX").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var was = ThrownFor(old, code);
            var thrown = ThrownFor(now, code);
            if (was is not null && was != thrown && renames.Types.GetValueOrDefault(was) != thrown)
            {
                findings.Add(ApiRules.ErrorClassChanged, where, $"{code} is thrown as another class", ShortName(was), thrown is null ? "ApiException" : ShortName(thrown), place);
            }
        }
    }

    private static string? ThrownFor(ExecutorModel executor, string code) =>
        new[] { code, code[0] + "XX", "XXX" }.Select(candidate => executor.Errors.FirstOrDefault(error => error.Code == candidate)?.TypeFullName).FirstOrDefault(type => type is not null);

    private static string ShortName(string fullName) => fullName[(fullName.LastIndexOf('.') + 1)..];

    private void CompareParameters(WireOperation old, WireOperation now, string where)
    {
        var was = Distinct(old);
        var parameters = Distinct(now);
        foreach (var parameter in parameters.Values)
        {
            var place = after.PlaceOf(parameter.Position);
            var name = $"{parameter.Location} parameter '{parameter.Name}'";
            if (!was.TryGetValue(parameter.Key, out var before))
            {
                findings.Add(
                    parameter.IsRequired ? ApiRules.ParameterAddedRequired : ApiRules.ParameterAddedOptional, where, $"The {name} {(parameter.IsRequired ? "must" : "may")} be sent", was: null, now: null, place);
                continue;
            }

            if (before.IsRequired != parameter.IsRequired && parameter.Location != "path")
            {
                findings.Add(parameter.IsRequired ? ApiRules.ParameterBecameRequired : ApiRules.ParameterBecameOptional, where, $"The {name} {(parameter.IsRequired ? "must be sent" : "may be left out")}", was: null, now: null, place);
            }

            if (before.Spelling != parameter.Spelling)
            {
                findings.Add(ApiRules.ParameterSpellingChanged, where, $"The {name} is written another way", before.Spelling, parameter.Spelling, place);
            }

            _schemas.Compare(before.Schema, parameter.Schema, Direction.Request, new Subject(where, parameter.Location == "path" ? "path parameter " + parameter.Name : parameter.Name));
        }

        foreach (var parameter in was.Values.Where(parameter => !parameters.ContainsKey(parameter.Key)))
        {
            findings.Add(ApiRules.ParameterRemoved, where, $"The {parameter.Location} parameter '{parameter.Name}' is gone", was: null, now: null, before.PlaceOf(parameter.Position));
        }
    }

    /// <summary>The parameters by key, but for If-Match, which is compared as a guard.</summary>
    private static Dictionary<string, WireParameter> Distinct(WireOperation operation) => operation.Parameters
        .Where(parameter => !parameter.IsIfMatch)
        .DistinctBy(parameter => parameter.Key, StringComparer.Ordinal)
        .ToDictionary(parameter => parameter.Key, StringComparer.Ordinal);

    private void CompareBody(WireBody? old, WireBody? now, string where, Place place)
    {
        if (old is null || now is null)
        {
            if (now is not null)
            {
                findings.Add(now.IsRequired ? ApiRules.RequestBodyAddedRequired : ApiRules.RequestBodyAddedOptional, where, $"The request {(now.IsRequired ? "must" : "may")} have a body", was: null, now: null, place);
            }
            else if (old is not null)
            {
                findings.Add(ApiRules.RequestBodyRemoved, where, "The request has no body any more", was: null, now: null, place);
            }

            return;
        }

        if (old.IsRequired != now.IsRequired)
        {
            findings.Add(now.IsRequired ? ApiRules.RequestBodyBecameRequired : ApiRules.RequestBodyBecameOptional, where, $"The request {(now.IsRequired ? "must" : "need not")} have its body", was: null, now: null, place);
        }

        CompareContent(old.Content, now.Content, Direction.Request, new Subject(where, "body"), place);
    }

    private void CompareContent(IReadOnlyList<WireMedia> old, IReadOnlyList<WireMedia> now, Direction direction, Subject subject, Place place)
    {
        var isRequest = direction == Direction.Request;
        foreach (var media in now)
        {
            if (old.FirstOrDefault(other => other.Name == media.Name) is { } was)
            {
                _schemas.Compare(was.Schema, media.Schema, direction, subject);
            }
            else
            {
                findings.Add(isRequest ? ApiRules.RequestMediaTypeAdded : ApiRules.ResponseMediaTypeAdded, subject.Where, $"The {subject.Name} may be {media.Name}", was: null, now: null, place);
            }
        }

        foreach (var media in old.Where(media => !now.Any(other => other.Name == media.Name)))
        {
            findings.Add(isRequest ? ApiRules.RequestMediaTypeRemoved : ApiRules.ResponseMediaTypeRemoved, subject.Where, $"The {subject.Name} is not {media.Name} any more", was: null, now: null, place);
        }
    }

    private void CompareResponses(WireOperation old, WireOperation now, string where, Place place)
    {
        foreach (var response in now.Responses)
        {
            var responsePlace = after.PlaceOf(response.Position);
            if (old.Responses.FirstOrDefault(other => other.Code == response.Code) is { } was)
            {
                CompareResponse(was, response, where, responsePlace);
            }
            else if (!response.IsSuccess)
            {
                findings.Add(ApiRules.ErrorStatusAdded, where, $"{response.Code} is listed", was: null, now: null, responsePlace);
            }
            else
            {
                var isLikeOthers = now.Responses.Any(other => other != response && other.IsSuccess && old.Responses.Any(known => known.Code == other.Code) && Answer(other) == Answer(response));
                findings.Add(isLikeOthers ? ApiRules.SuccessStatusAdded : ApiRules.SuccessAnswerAdded, where, $"{response.Code} says success", was: null, now: null, responsePlace);
            }
        }

        foreach (var response in old.Responses.Where(response => !now.Responses.Any(other => other.Code == response.Code)))
        {
            findings.Add(response.IsSuccess ? ApiRules.SuccessStatusRemoved : ApiRules.ErrorStatusRemoved, where, $"{response.Code} is not listed any more", was: null, now: null, place);
        }
    }

    private string Answer(WireResponse response) => string.Join("; ", response.Content.Select(media => media.Name + " " + Canonical.Text(media.Schema, after.References)));

    private void CompareResponse(WireResponse old, WireResponse now, string where, Place place)
    {
        if (old.Content.Count > 0 != now.Content.Count > 0)
        {
            findings.Add(now.Content.Count > 0 ? ApiRules.ResponseBodyAdded : ApiRules.ResponseBodyRemoved, where, $"The answer {now.Code} has {(now.Content.Count > 0 ? "a" : "no")} body", was: null, now: null, place);
        }
        else
        {
            CompareContent(old.Content, now.Content, Direction.Response, new Subject(where, "answer " + now.Code), place);
        }

        foreach (var header in old.Headers.Keys.Union(now.Headers.Keys, StringComparer.OrdinalIgnoreCase).Where(header => !header.Equals("ETag", StringComparison.OrdinalIgnoreCase)))
        {
            if (old.Headers.TryGetValue(header, out var was) && now.Headers.TryGetValue(header, out var schema))
            {
                _schemas.Compare(was, schema, Direction.Response, new Subject(where, $"header {header} of {now.Code}"));
            }
            else
            {
                var isNew = now.Headers.ContainsKey(header);
                findings.Add(isNew ? ApiRules.ResponseHeaderAdded : ApiRules.ResponseHeaderRemoved, where, $"The answer {now.Code} {(isNew ? "has" : "lacks")} the header {header}", was: null, now: null, place);
            }
        }
    }

    /// <summary>Compares what the server sends: what is a request to others is received here.</summary>
    private void CompareCallbacks(IReadOnlyList<WireOperation> old, IReadOnlyList<WireOperation> now, Func<string, string> where)
    {
        foreach (var (was, callback) in OperationPairs.Of(old, now))
        {
            var title = where((callback ?? was)!.Title);
            if (callback is null)
            {
                findings.Add(ApiRules.CallbackRemoved, title, "It is not sent any more", was: null, now: null, before.PlaceOf(was!.Position));
            }
            else if (was is null)
            {
                findings.Add(ApiRules.CallbackAdded, title, "It is sent", was: null, now: null, after.PlaceOf(callback.Position));
            }
            else
            {
                var place = after.PlaceOf(callback.Position);
                CompareContent(was.Body?.Content ?? [], callback.Body?.Content ?? [], Direction.Response, new Subject(title, "body"), place);
                CompareCallbackHeaders(Distinct(was), Distinct(callback), title, place);
                foreach (var response in callback.Responses.Where(response => was.Responses.Any(other => other.Code == response.Code)))
                {
                    CompareContent(was.Responses.First(other => other.Code == response.Code).Content, response.Content, Direction.Request, new Subject(title, "answer " + response.Code), place);
                }
            }
        }
    }

    private void CompareCallbackHeaders(Dictionary<string, WireParameter> old, Dictionary<string, WireParameter> now, string where, Place place)
    {
        foreach (var parameter in old.Keys.Union(now.Keys, StringComparer.Ordinal))
        {
            if (old.TryGetValue(parameter, out var was) && now.TryGetValue(parameter, out var header))
            {
                _schemas.Compare(was.Schema, header.Schema, Direction.Response, new Subject(where, header.Name));
            }
            else
            {
                var isNew = now.ContainsKey(parameter);
                findings.Add(isNew ? ApiRules.ResponseHeaderAdded : ApiRules.ResponseHeaderRemoved, where, $"It is sent with{(isNew ? "" : "out")} the {parameter}", was: null, now: null, place);
            }
        }
    }
}

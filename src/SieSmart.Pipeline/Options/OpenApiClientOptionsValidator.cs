using Microsoft.Extensions.Options;

namespace SieSmart.Pipeline;

/// <summary>Says of each wrong option what to set and where.</summary>
internal sealed class OpenApiClientOptionsValidator : IValidateOptions<OpenApiClientOptions>
{
    private static readonly string[] ForbiddenKeyNames = ["Host", "Content-Length", "Content-Type", "Transfer-Encoding", "Connection", "If-Match"];

    public ValidateOptionsResult Validate(string? name, OpenApiClientOptions options)
    {
        var failures = FindFailures(options, name ?? string.Empty).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>The same check for a client that is made without dependency injection.</summary>
    /// <exception cref="OptionsValidationException">An option is missing or wrong.</exception>
    public static void ThrowIfInvalid(OpenApiClientOptions options, string section)
    {
        var failures = FindFailures(options, section).ToList();
        if (failures.Count > 0)
        {
            throw new OptionsValidationException(section, typeof(OpenApiClientOptions), failures);
        }
    }

    private static IEnumerable<string> FindFailures(OpenApiClientOptions options, string section)
    {
        var address = $"{section}:{nameof(options.BaseAddress)}";
        if (options.BaseAddress is null)
        {
            yield return IsMissing(address, "It is the address that the document's paths begin after.");
        }
        else if (OptionFaults.OfAddress(address, options.BaseAddress) is { } fault)
        {
            yield return fault;
        }

        if (string.IsNullOrWhiteSpace(options.TraceIdHeader) || !options.TraceIdHeader.All(OptionFaults.IsTokenCharacter))
        {
            yield return $"{section}:{nameof(options.TraceIdHeader)} is '{options.TraceIdHeader}', which is no name of a header. Leave it out to use X-Trace-Id.";
        }

        if (OptionFaults.OfApplicationId($"{section}:{nameof(options.ApplicationId)}", options.ApplicationId) is { } application)
        {
            yield return application;
        }

        foreach (var failure in OptionFaults.OfLimits(options, section)
            .Concat(FindRateLimitFailures(options.RateLimit, $"{section}:{nameof(options.RateLimit)}"))
            .Concat(FindAuthenticationFailures(options.Authentication, $"{section}:{nameof(options.Authentication)}")))
        {
            yield return failure;
        }
    }

    private static IEnumerable<string> FindRateLimitFailures(RateLimitOptions? limit, string section)
    {
        if (limit is null)
        {
            yield break;
        }

        if (limit.Permits < 1)
        {
            yield return $"{section}:{nameof(limit.Permits)} is {OptionFaults.Text(limit.Permits)}. Set it to 1 or more, or leave {section} out for no limit.";
        }

        if (OptionFaults.OfTime($"{section}:{nameof(limit.Window)}", limit.Window) is { } fault)
        {
            yield return fault;
        }

        if (OptionFaults.OfQueueLimit($"{section}:{nameof(limit.QueueLimit)}", limit.QueueLimit) is { } queue)
        {
            yield return queue;
        }
    }

    private static IEnumerable<string> FindAuthenticationFailures(AuthenticationOptions authentication, string section)
    {
        var isNothingSet = authentication.ClientCredentials is null && authentication.ApiKeys.Count == 0 && authentication.Bearer is null;
        if (isNothingSet && !authentication.AllowAnonymous)
        {
            yield return $"{section} is missing, so that calls would go out without credentials. Set {nameof(authentication.ClientCredentials)}, {nameof(authentication.ApiKeys)} or {nameof(authentication.Bearer)} of it; or {section}:{nameof(authentication.AllowAnonymous)} to true, if the API needs none.";
        }

        if (authentication is { ClientCredentials: not null, Bearer: not null })
        {
            yield return $"{section} has {nameof(authentication.ClientCredentials)} and {nameof(authentication.Bearer)}, but there is one Authorization header. Set one of them.";
        }

        if (authentication.ClientCredentials is { } credentials)
        {
            foreach (var failure in FindCredentialsFailures(credentials, $"{section}:{nameof(authentication.ClientCredentials)}"))
            {
                yield return failure;
            }
        }

        for (var index = 0; index < authentication.ApiKeys.Count; index++)
        {
            if (FindKeyFailure(authentication.ApiKeys[index], $"{section}:{nameof(authentication.ApiKeys)}:{OptionFaults.Text(index)}") is { } failure)
            {
                yield return failure;
            }
        }
    }

    private static IEnumerable<string> FindCredentialsFailures(ClientCredentialsOptions credentials, string section)
    {
        var endpoint = $"{section}:{nameof(credentials.TokenEndpoint)}";
        if (credentials.TokenEndpoint is null)
        {
            yield return IsMissing(endpoint, "It is where access tokens come from.");
        }
        else if (OptionFaults.OfAddress(endpoint, credentials.TokenEndpoint) is { } fault)
        {
            yield return fault;
        }

        if (string.IsNullOrWhiteSpace(credentials.ClientId))
        {
            yield return IsMissing($"{section}:{nameof(credentials.ClientId)}", "Whoever runs the API issues it.");
        }

        if (string.IsNullOrWhiteSpace(credentials.ClientSecret))
        {
            yield return IsMissing($"{section}:{nameof(credentials.ClientSecret)}", "Never put it into a file that is checked in.");
        }

        if (credentials.Format is not (TokenRequestFormat.Form or TokenRequestFormat.Json))
        {
            yield return $"{section}:{nameof(credentials.Format)} is '{credentials.Format}'. Set it to {nameof(TokenRequestFormat.Form)} or {nameof(TokenRequestFormat.Json)}.";
        }

        if (credentials.Place is not (CredentialsPlace.Body or CredentialsPlace.BasicHeader))
        {
            yield return $"{section}:{nameof(credentials.Place)} is '{credentials.Place}'. Set it to {nameof(CredentialsPlace.Body)} or {nameof(CredentialsPlace.BasicHeader)}.";
        }
    }

    private static string? FindKeyFailure(ApiKeyOptions key, string section)
    {
        if (string.IsNullOrEmpty(key.Name))
        {
            return IsMissing($"{section}:{nameof(key.Name)}", "The document's security scheme has it.");
        }

        if (string.IsNullOrEmpty(key.Value))
        {
            return IsMissing($"{section}:{nameof(key.Value)}", "Never put it into a file that is checked in.");
        }

        if (key.Place is not (ApiKeyPlace.Header or ApiKeyPlace.Query))
        {
            return $"{section}:{nameof(key.Place)} is '{key.Place}'. Set it to {nameof(ApiKeyPlace.Header)} or {nameof(ApiKeyPlace.Query)}.";
        }

        if (!key.Value!.All(character => character is > ' ' and <= '~'))
        {
            return $"{section}:{nameof(key.Value)} has a character that is not visible ASCII, which no header can carry. Set it to the key alone.";
        }

        return key.Place == ApiKeyPlace.Header
            && (!key.Name!.All(OptionFaults.IsTokenCharacter) || ForbiddenKeyNames.Contains(key.Name, StringComparer.OrdinalIgnoreCase))
            ? $"{section}:{nameof(key.Name)} is '{key.Name}', which no header for a key can be called. Set it to the name in the document's security scheme."
            : null;
    }

    private static string IsMissing(string setting, string hint) =>
        $"{setting} is missing. Set it with 'dotnet user-secrets set {setting} …', the environment variable {setting.Replace(":", "__")}, or in code. {hint}";
}

using System.Globalization;
using Microsoft.Extensions.Options;
using SieSmart.Pipeline;

namespace SieSmart.Client;

/// <summary>Says of each wrong option what to set and where.</summary>
internal sealed class SieSmartClientOptionsValidator : IValidateOptions<SieSmartClientOptions>
{
    private readonly string _section;

    public SieSmartClientOptionsValidator()
        : this(SieSmartClientOptions.SectionName)
    {
    }

    private SieSmartClientOptionsValidator(string section) => _section = section;

    public ValidateOptionsResult Validate(string? name, SieSmartClientOptions options)
    {
        var section = string.IsNullOrEmpty(name) ? SieSmartClientOptions.SectionName : $"{SieSmartClientOptions.SectionName}:{name}";
        var failures = new SieSmartClientOptionsValidator(section).FindFailures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>The same check for a client that is made without dependency injection.</summary>
    /// <exception cref="OptionsValidationException">An option is missing or wrong.</exception>
    public static void ThrowIfInvalid(SieSmartClientOptions options)
    {
        var failures = new SieSmartClientOptionsValidator().FindFailures(options).ToList();
        if (failures.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(SieSmartClientOptions), failures);
        }
    }

    private IEnumerable<string> FindFailures(SieSmartClientOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return IsMissing(nameof(options.ClientId), "SFS issues it with the contract, one for each environment.");
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return IsMissing(nameof(options.ClientSecret), "Never put it into a file that is checked in.");
        }

        if (string.IsNullOrWhiteSpace(options.Audience))
        {
            yield return $"{Key(nameof(options.Audience))} is empty. Leave it out to use '{SieSmartClientOptions.DefaultAudience}'.";
        }

        if (options.RequestsPerMinute < 1)
        {
            yield return $"{Key(nameof(options.RequestsPerMinute))} is {options.RequestsPerMinute.ToString(CultureInfo.InvariantCulture)}. Set it to 1 or more, or leave it out to use {SieSmartClientOptions.DefaultRequestsPerMinute.ToString(CultureInfo.InvariantCulture)}, which is what the API allows.";
        }

        if (OptionFaults.OfQueueLimit(Key(nameof(options.QueueLimit)), options.QueueLimit) is { } queue)
        {
            yield return queue;
        }

        if (OptionFaults.OfApplicationId(Key(nameof(options.ApplicationId)), options.ApplicationId) is { } application)
        {
            yield return application;
        }

        if (options.Environment is not (SieSmartEnvironment.Test or SieSmartEnvironment.Production))
        {
            yield return $"{Key(nameof(options.Environment))} is '{options.Environment}'. Set it to {nameof(SieSmartEnvironment.Test)} or {nameof(SieSmartEnvironment.Production)}.";
        }

        else if (EnvironmentMismatch(options) is { } mismatch)
        {
            yield return mismatch;
        }

        foreach (var failure in FindLimitFailures(options).Concat(FindAddressFailures(options)))
        {
            yield return failure;
        }
    }

    private IEnumerable<string> FindLimitFailures(SieSmartClientOptions options) => OptionFaults.OfLimits(
        new OpenApiClientOptions
        {
            Priority = options.Priority,
            QueueTimeout = options.QueueTimeout,
            AttemptTimeout = options.AttemptTimeout,
            TotalTimeout = options.TotalTimeout,
            MaxRetries = options.MaxRetries,
            MaxResponseBytes = options.MaxResponseBytes,
        },
        _section);

    private IEnumerable<string> FindAddressFailures(SieSmartClientOptions options)
    {
        var baseAddressFault = OptionFaults.OfAddress(Key(nameof(options.BaseAddress)), options.BaseAddress);
        var tokenEndpointFault = OptionFaults.OfAddress(Key(nameof(options.TokenEndpoint)), options.TokenEndpoint);
        if (baseAddressFault is not null)
        {
            yield return baseAddressFault;
        }

        if (tokenEndpointFault is not null)
        {
            yield return tokenEndpointFault;
        }

        if (options.BaseAddress is null != options.TokenEndpoint is null)
        {
            var (set, missing) = options.BaseAddress is null
                ? (nameof(options.TokenEndpoint), nameof(options.BaseAddress))
                : (nameof(options.BaseAddress), nameof(options.TokenEndpoint));
            yield return $"{Key(set)} is set, but {Key(missing)} is not: the secret or the token of one installation would go to another. Set both, or neither to use those of {Key(nameof(options.Environment))}.";
        }
        else if (baseAddressFault is null && tokenEndpointFault is null)
        {
            var endpoints = SieSmartEndpoints.Of(options);
            if (endpoints is { EnvironmentOfApi: { } api, EnvironmentOfTokens: { } tokens } && api != tokens)
            {
                yield return $"{Key(nameof(options.BaseAddress))} is that of the {api} environment, {Key(nameof(options.TokenEndpoint))} that of {tokens}. Remove both and set {Key(nameof(options.Environment))} to {api} or {tokens}.";
            }
        }
    }

    private string? EnvironmentMismatch(SieSmartClientOptions options)
    {
        // Overrides that contradict each other, or are no addresses, have messages of their own.
        if (options is not { BaseAddress: { IsAbsoluteUri: true }, TokenEndpoint: { IsAbsoluteUri: true } })
        {
            return null;
        }

        var endpoints = SieSmartEndpoints.Of(options);
        var (api, tokens) = (endpoints.EnvironmentOfApi, endpoints.EnvironmentOfTokens);
        var actual = api ?? tokens;
        return actual is null || actual == options.Environment || (api is not null && tokens is not null && api != tokens)
            ? null
            : $"{Key(nameof(options.Environment))} is {options.Environment}, but {Key(nameof(options.BaseAddress))} and {Key(nameof(options.TokenEndpoint))} lead to {actual}. Remove both addresses, or set {Key(nameof(options.Environment))} to {actual} if that is what you want.";
    }

    private string IsMissing(string option, string hint) =>
        $"{Key(option)} is missing. Set it with 'dotnet user-secrets set {Key(option)} …', the environment variable {_section.Replace(":", "__")}__{option}, or in AddSieSmartClient(options => …). {hint}";

    private string Key(string option) => $"{_section}:{option}";
}

using SieSmart.Client.HealthChecks;
using SieSmart.Client.Tracing;

namespace SieSmart.Client.Authentication;

/// <summary>
/// Whose calls a client makes: the options that it was made with, and the credentials as they are now. Thread-safe.
/// </summary>
/// <remarks>
/// New credentials serve the next call. Options that are invalid, or lead to another installation, change nothing: addresses
/// are bound when a client is made, and the credentials that came with others must not be sent to the old ones.
/// </remarks>
internal sealed class ClientAccount
{
    private readonly string _name;
    private readonly Func<SieSmartClientOptions> _readOptions;
    private readonly AccessTokenSources _sources;
    private readonly Func<HttpClient> _tokenHttpClient;
    private readonly ClientTelemetry _telemetry;
    private readonly Lock _gate = new();
    private volatile State _state;

    /// <param name="name">The client's name; empty for the unnamed one.</param>
    /// <param name="readOptions">The valid options as they are now, the same instance until they change; throws if they are invalid.</param>
    public ClientAccount(
        string name,
        Func<SieSmartClientOptions> readOptions,
        AccessTokenSources sources,
        Func<HttpClient> tokenHttpClient,
        ClientTelemetry telemetry,
        TimeProvider timeProvider)
    {
        Reachability = new ApiReachability(timeProvider);
        _name = name;
        _readOptions = readOptions;
        _sources = sources;
        _tokenHttpClient = tokenHttpClient;
        _telemetry = telemetry;
        Options = readOptions();
        Endpoints = SieSmartEndpoints.Of(Options);
        var credentials = ClientCredentials.Of(Options);
        _state = new State(new Reading(Options, Failure: null), credentials, sources.Get(credentials, tokenHttpClient), Refusal: null);
    }

    /// <summary>The options that the client was made with.</summary>
    public SieSmartClientOptions Options { get; }

    /// <summary>Where the client's API and tokens are, for all of its life.</summary>
    public SieSmartEndpoints Endpoints { get; }

    /// <summary>What the account's calls have shown of the way to the API.</summary>
    public ApiReachability Reachability { get; }

    /// <summary>Why the options as they are now aren't in use; null if they are.</summary>
    public string? Refusal => _state.Refusal;

    /// <summary>The tokens of the credentials as they are now.</summary>
    public AccessTokenSource CurrentTokens()
    {
        if (Read() != _state.Reading)
        {
            lock (_gate)
            {
                // Once more: somebody else may have been here with newer options meanwhile.
                var reading = Read();
                if (reading != _state.Reading)
                {
                    Use(reading);
                }
            }
        }

        return _state.Tokens;
    }

    private Reading Read()
    {
        try
        {
            return new Reading(_readOptions(), Failure: null);
        }
        catch (Exception invalid)
        {
            return new Reading(Options: null, invalid.Message);
        }
    }

    private void Use(Reading reading)
    {
        if (FindRefusal(reading) is { } refusal)
        {
            _state = _state with { Reading = reading, Refusal = refusal };
            _telemetry.OptionsRefused(_name, refusal);
            return;
        }

        var credentials = ClientCredentials.Of(reading.Options!);
        if (credentials.Equals(_state.Credentials))
        {
            _state = _state with { Reading = reading, Refusal = null };
            return;
        }

        _sources.Forget(_state.Credentials);
        _state = new State(reading, credentials, _sources.Get(credentials, _tokenHttpClient), Refusal: null);
        _telemetry.CredentialsChanged(_name, credentials.ClientId);
    }

    private string? FindRefusal(Reading reading)
    {
        if (reading.Options is not { } options)
        {
            return reading.Failure;
        }

        return options.Environment == Options.Environment
            && SieSmartEndpoints.Of(options) == Endpoints
            && string.Equals(options.Audience, Options.Audience, StringComparison.Ordinal)
            ? null
            : "The new ones name another environment, address or audience, which a running client can't change to. Restart the application to use them.";
    }

    /// <summary>What a look at the options showed. The options compare by reference, being a class without value semantics.</summary>
    private sealed record Reading(SieSmartClientOptions? Options, string? Failure);

    private sealed record State(Reading Reading, ClientCredentials Credentials, AccessTokenSource Tokens, string? Refusal);
}

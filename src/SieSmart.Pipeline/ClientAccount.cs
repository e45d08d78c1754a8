using SieSmart.Pipeline.Authentication;
using SieSmart.Pipeline.Events;
using SieSmart.Pipeline.HealthChecks;
using SieSmart.Pipeline.Throttling;
using SieSmart.Pipeline.Tracing;

namespace SieSmart.Pipeline;

/// <summary>
/// Whose calls a client makes: the options that it was made with, what pays for them, and the credentials as they are now. Thread-safe.
/// </summary>
/// <remarks>
/// New credentials serve the next call. Options that are invalid, or lead to another installation, change nothing: addresses
/// are bound when a client is made, and the credentials that came with others must not be sent to the old ones.
/// </remarks>
internal sealed class ClientAccount : IWatchedBudget, IDisposable
{
    private readonly string _name;
    private readonly Func<OpenApiClientOptions> _readOptions;
    private readonly AccessTokenSources _sources;
    private readonly Func<ClientCredentials, AccessTokenSource> _createSource;
    private readonly ClientSettingNames _settings;
    private readonly IPipelineObserver _observer;
    private readonly Lock _gate = new();
    private volatile State _state;

    /// <param name="name">The client's name; empty for the unnamed one.</param>
    /// <param name="readOptions">The valid options as they are now, the same instance until they change; throws if they are invalid.</param>
    /// <param name="sources">Where the tokens of the same credentials are kept for all who use them.</param>
    /// <param name="createSource">Makes a source of tokens.</param>
    /// <param name="useBudget">Finds what pays for the requests of valid options.</param>
    /// <param name="settings">What the settings are called.</param>
    /// <param name="observer">Told of what happens.</param>
    /// <param name="timeProvider">The clock.</param>
    public ClientAccount(
        string name,
        Func<OpenApiClientOptions> readOptions,
        AccessTokenSources sources,
        Func<ClientCredentials, AccessTokenSource> createSource,
        Func<OpenApiClientOptions, BudgetUse> useBudget,
        ClientSettingNames settings,
        IPipelineObserver observer,
        TimeProvider timeProvider)
    {
        Reachability = new ApiReachability(timeProvider);
        _name = name;
        _readOptions = readOptions;
        _sources = sources;
        _createSource = createSource;
        _settings = settings;
        _observer = observer;
        Options = readOptions();
        Budget = useBudget(Options);
        _state = StateOf(new Reading(Options, Failure: null));
    }

    /// <summary>The options that the client was made with.</summary>
    public OpenApiClientOptions Options { get; }

    /// <summary>What pays for the client's requests, until the account is disposed of.</summary>
    public BudgetUse Budget { get; }

    /// <summary>What the account's calls have shown of the way to the API.</summary>
    public ApiReachability Reachability { get; }

    /// <summary>Why the options as they are now aren't in use; null if they are.</summary>
    public string? Refusal => _state.Refusal;

    /// <summary>How the token stands; null for a client that fetches none.</summary>
    public TokenStatus? Token => Current().Tokens?.Status;

    /// <summary>What a request shows now.</summary>
    public IReadOnlyList<IRequestCredential> CurrentCredentials() => Current().Shown;

    BudgetReading? IWatchedBudget.Read()
    {
        if (Budget.HasEnded)
        {
            return null;
        }

        var (address, budget) = (Options.BaseAddress!, Budget.Snapshot());
        return new BudgetReading(Budget.Budget, address.Host, address.Port, budget.InteractiveWaiting, budget.BulkWaiting, AvailableOf(budget));
    }

    /// <summary>Ends the waits of the client's calls for their turn.</summary>
    public void Dispose() => Budget.Dispose();

    /// <summary>During a pause nobody gets a permit, however many are free.</summary>
    private static int? AvailableOf(BudgetSnapshot budget) => budget switch
    {
        { Permits: null } or { Used: null } => null,
        { PausedFor.Ticks: > 0 } => 0,
        _ => Math.Max(0, budget.Permits.Value - budget.Used.Value),
    };

    private State Current()
    {
        if (!IsCurrent(_state.Reading))
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

        return _state;
    }

    /// <summary>Whether the options are those that were read before, which they nearly always are.</summary>
    private bool IsCurrent(Reading reading)
    {
        try
        {
            return ReferenceEquals(_readOptions(), reading.Options);
        }
        catch (Exception invalid)
        {
            return reading.Options is null && string.Equals(reading.Failure, invalid.Message, StringComparison.Ordinal);
        }
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
            _observer.Notify(new OptionsRefused(_name, refusal));
            return;
        }

        var before = _state.Identity;
        var now = ClientIdentification.Of(reading.Options!.Authentication);
        if (now.Equals(before))
        {
            _state = _state with { Reading = reading, Refusal = null };
            return;
        }

        if (before.Credentials is { } replaced && !replaced.Equals(now.Credentials))
        {
            _sources.Forget(replaced);
        }

        _state = StateOf(reading);
        _observer.Notify(new CredentialsChanged(_name, now.Account));
    }

    private string? FindRefusal(Reading reading)
    {
        if (reading.Options is not { } options)
        {
            return reading.Failure;
        }

        return string.Equals(options.Installation, Options.Installation, StringComparison.Ordinal)
            && options.BaseAddress == Options.BaseAddress
            && HasSameTokenEndpoint(options)
            ? null
            : "The new ones name another environment, address or audience, which a running client can't change to. Restart the application to use them.";
    }

    private bool HasSameTokenEndpoint(OpenApiClientOptions options) =>
        (ClientIdentification.Of(options.Authentication).Credentials, ClientIdentification.Of(Options.Authentication).Credentials) switch
        {
            (null, null) => true,
            ({ } one, { } other) => one.IsOfSameInstallation(other),
            _ => false,
        };

    private State StateOf(Reading reading)
    {
        var authentication = reading.Options!.Authentication;
        var identity = ClientIdentification.Of(authentication);
        var tokens = identity.Credentials is { } credentials ? _sources.Get(credentials, _createSource) : null;
        return new State(reading, identity, tokens, [.. Show(authentication, tokens)], Refusal: null);
    }

    private IEnumerable<IRequestCredential> Show(AuthenticationOptions authentication, AccessTokenSource? tokens)
    {
        foreach (var key in authentication.ApiKeys)
        {
            yield return new ApiKeyCredential(key.Name!, key.Place, key.Value!);
        }

        if (authentication.Bearer is { } bearer)
        {
            yield return new BearerCredential(bearer, _settings);
        }

        if (tokens is not null)
        {
            yield return new TokenCredential(tokens);
        }
    }

    /// <summary>What a look at the options showed. The options compare by reference, being a class without value semantics.</summary>
    private sealed record Reading(OpenApiClientOptions? Options, string? Failure);

    private sealed record State(
        Reading Reading,
        ClientIdentification Identity,
        AccessTokenSource? Tokens,
        IReadOnlyList<IRequestCredential> Shown,
        string? Refusal);
}

using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions;
using SieSmart.Client;
using SieSmart.Pipeline;

namespace SieSmart;

/// <summary>The SieSmart B2B API. Thread-safe; make one and keep it.</summary>
/// <remarks>
/// With dependency injection, register it with <c>services.AddSieSmartClient(…)</c> and have it injected. Without, use the
/// constructor that takes options. Either way the client throttles itself to what the API allows and fetches, keeps and
/// renews its access token.
/// </remarks>
public partial class SieSmartClient : IDisposable
{
    private readonly PipelineRequestAdapter? _ownedAdapter;

    /// <summary>
    /// Makes a client without dependency injection. All clients of the process that are made so share one request budget
    /// for each API host, and one access token for the same credentials.
    /// </summary>
    /// <param name="options">
    /// Where the API is and who asks. Later changes to it have no effect: to go on with other credentials, make another client.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OptionsValidationException">An option is missing or wrong; the message says what to set and where.</exception>
    public SieSmartClient(SieSmartClientOptions options)
        : this(CreateAdapter(options, transport: null))
    {
    }

    /// <summary>
    /// Makes a client that sends its calls and its token requests by a transport of the caller's, for instance one with a proxy or
    /// a client certificate, or one that answers in memory. All else is as with the other constructor, but for the access
    /// token, which is this client's own.
    /// </summary>
    /// <param name="options">
    /// Where the API is and who asks. Later changes to it have no effect: to go on with other credentials, make another client.
    /// </param>
    /// <param name="transport">
    /// What sends. It must not follow redirects, so that the access token stays with the configured host, and must not send a
    /// request again by itself, which could create a proposal twice. It is disposed of along with the client.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="transport"/> follows redirects; the message says how to switch that off.</exception>
    /// <exception cref="OptionsValidationException">An option is missing or wrong; the message says what to set and where.</exception>
    public SieSmartClient(SieSmartClientOptions options, HttpMessageHandler transport)
        : this(CreateAdapter(options, transport ?? throw new ArgumentNullException(nameof(transport))))
    {
    }

    private SieSmartClient(PipelineRequestAdapter ownedAdapter)
        : this((IRequestAdapter)ownedAdapter) =>
        _ownedAdapter = ownedAdapter;

    /// <summary>
    /// Closes the connections of a client that was made from options. Does nothing for one that was injected or made from
    /// a request adapter: those belong to whoever made them.
    /// </summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections of a client that was made from options.</summary>
    /// <param name="disposing">False when called by a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ownedAdapter?.Dispose();
        }
    }

    private static PipelineRequestAdapter CreateAdapter(SieSmartClientOptions options, HttpMessageHandler? transport)
    {
        ArgumentNullException.ThrowIfNull(options);
        SieSmartClientOptionsValidator.ThrowIfInvalid(options);
        return OpenApiClient.CreateAdapter(SieSmartClientDefinition.Instance, options, transport);
    }
}

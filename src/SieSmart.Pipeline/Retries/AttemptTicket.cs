namespace SieSmart.Pipeline.Retries;

/// <summary>Lets one attempt of a request pass to the transport, and again only where that does no harm. Thread-safe.</summary>
internal sealed class AttemptTicket
{
    private const string Key = "SieSmart.Pipeline.AttemptTicket";

    private readonly Lock _gate = new();
    private int _passes;
    private bool _isUnderWay;
    private bool _hadNoEffect;

    /// <summary>How often the attempt has passed.</summary>
    public int Passes
    {
        get
        {
            lock (_gate)
            {
                return _passes;
            }
        }
    }

    /// <summary>Gives a request a new ticket, in place of the one of its last attempt.</summary>
    public static void Issue(HttpRequestMessage request)
    {
#if NET8_0_OR_GREATER
        request.Options.Set(new HttpRequestOptionsKey<AttemptTicket>(Key), new AttemptTicket());
#else
        request.Properties[Key] = new AttemptTicket();
#endif
    }

    /// <summary>The ticket of a request, or of the one that it was copied from; null if it has none.</summary>
    public static AttemptTicket? Of(HttpRequestMessage request) =>
#if NET8_0_OR_GREATER
        request.Options.TryGetValue(new HttpRequestOptionsKey<AttemptTicket>(Key), out var ticket) ? ticket : null;
#else
        request.Properties.TryGetValue(Key, out var ticket) ? ticket as AttemptTicket : null;
#endif

    /// <summary>Begins a pass.</summary>
    /// <param name="mayHappenTwice">Whether the request does no harm however often it arrives.</param>
    /// <returns>False if the request must not be sent again.</returns>
    public bool TryPass(bool mayHappenTwice)
    {
        lock (_gate)
        {
            if (_passes > 0 && !mayHappenTwice && (_isUnderWay || !_hadNoEffect))
            {
                return false;
            }

            _passes++;
            _isUnderWay = true;
            return true;
        }
    }

    /// <summary>Ends a pass.</summary>
    /// <param name="hadNoEffect">Whether it is known to have changed nothing.</param>
    public void End(bool hadNoEffect)
    {
        lock (_gate)
        {
            _isUnderWay = false;
            _hadNoEffect = hadNoEffect;
        }
    }
}

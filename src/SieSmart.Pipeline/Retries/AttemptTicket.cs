namespace SieSmart.Pipeline.Retries;

/// <summary>Lets one attempt of a request pass to the transport, and again only where that does no harm. Thread-safe.</summary>
internal sealed class AttemptTicket
{
    private const string Name = "SieSmart.Pipeline.AttemptTicket";

#if NET8_0_OR_GREATER
    private static readonly HttpRequestOptionsKey<AttemptTicket> Key = new(Name);
#endif

    // One word, so that no lock is needed: how often it has passed, and the two bits below.
    private const int UnderWay = 1;
    private const int HadNoEffect = 2;
    private const int OnePass = 4;
    private int _state;

    /// <summary>How often the attempt has passed.</summary>
    public int Passes => Volatile.Read(ref _state) / OnePass;

    /// <summary>Gives a request a new ticket, in place of the one of its last attempt.</summary>
    public static void Issue(HttpRequestMessage request)
    {
#if NET8_0_OR_GREATER
        request.Options.Set(Key, new AttemptTicket());
#else
        request.Properties[Name] = new AttemptTicket();
#endif
    }

    /// <summary>The ticket of a request, or of the one that it was copied from; null if it has none.</summary>
    public static AttemptTicket? Of(HttpRequestMessage request) =>
#if NET8_0_OR_GREATER
        request.Options.TryGetValue(Key, out var ticket) ? ticket : null;
#else
        request.Properties.TryGetValue(Name, out var ticket) ? ticket as AttemptTicket : null;
#endif

    /// <summary>Begins a pass.</summary>
    /// <param name="mayHappenTwice">Whether the request does no harm however often it arrives; asked of a second pass alone.</param>
    /// <param name="request">What it asks about.</param>
    /// <typeparam name="TRequest">What that is.</typeparam>
    /// <returns>Which pass it is, from 1; 0 if the request must not be sent again.</returns>
    public int TryPass<TRequest>(Func<TRequest, bool> mayHappenTwice, TRequest request)
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if (state >= OnePass && ((state & UnderWay) != 0 || (state & HadNoEffect) == 0) && !mayHappenTwice(request))
            {
                return 0;
            }

            var next = (state + OnePass) | UnderWay;
            if (Interlocked.CompareExchange(ref _state, next, state) == state)
            {
                return next / OnePass;
            }
        }
    }

    /// <summary>Ends a pass.</summary>
    /// <param name="hadNoEffect">Whether it is known to have changed nothing.</param>
    public void End(bool hadNoEffect)
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            var next = (state & ~(UnderWay | HadNoEffect)) | (hadNoEffect ? HadNoEffect : 0);
            if (Interlocked.CompareExchange(ref _state, next, state) == state)
            {
                return;
            }
        }
    }
}

namespace SieSmart.Pipeline.Retries;

/// <summary>Why a request may be sent again without harm.</summary>
internal enum RetryReason
{
    /// <summary>429: the API did nothing.</summary>
    RateLimited,

    /// <summary>401: the API did nothing, and the next attempt brings a new token.</summary>
    TokenRejected,

    /// <summary>No connection could be made: nothing left this machine.</summary>
    NotConnected,

    /// <summary>502, 503 or 504 to a request that may happen twice.</summary>
    Unavailable,

    /// <summary>No answer, or a part of one, to a request that may happen twice.</summary>
    NoAnswer,
}

using SieSmart.Runtime;

namespace SieSmart.Pipeline.Authentication;

/// <summary>How a source of tokens stands at one moment.</summary>
/// <param name="UsableFor">For how long its token is still sent; null if it has none that the API accepts.</param>
/// <param name="Failure">Why the last token couldn't be had, or wasn't accepted; null if it was.</param>
/// <param name="FailureAge">How long ago that was.</param>
internal sealed record TokenStatus(TimeSpan? UsableFor, AuthenticationFailedException? Failure, TimeSpan FailureAge);

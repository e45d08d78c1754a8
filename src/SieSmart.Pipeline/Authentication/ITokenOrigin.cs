using SieSmart.Runtime;

namespace SieSmart.Pipeline.Authentication;

/// <summary>Where the access tokens of one set of credentials come from.</summary>
internal interface ITokenOrigin
{
    /// <summary>Gets a token that its caller doesn't have yet. One call at a time.</summary>
    /// <param name="unwanted">The token that the caller has, and wants another in place of; null if it has none.</param>
    /// <param name="isRejected">Whether the API rejected it.</param>
    /// <param name="stopping">Ends it.</param>
    /// <exception cref="AuthenticationFailedException">No token could be had. Nothing else is thrown unless it was stopped.</exception>
    Task<AccessToken> FetchAsync(AccessToken? unwanted, bool isRejected, CancellationToken stopping);
}

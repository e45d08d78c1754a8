namespace SieSmart.Sandbox.Authentication;

internal sealed record StoredToken(string Hash, string ClientId, bool IsReadOnly, DateTimeOffset ExpiresAt);

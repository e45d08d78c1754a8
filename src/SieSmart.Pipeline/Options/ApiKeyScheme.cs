namespace SieSmart.Pipeline;

/// <summary>A key that an API's document asks for.</summary>
/// <param name="Name">The name of the header or of the query parameter.</param>
/// <param name="Place">Where the key stands.</param>
public sealed record ApiKeyScheme(string Name, ApiKeyPlace Place);

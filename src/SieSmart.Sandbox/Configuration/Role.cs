namespace SieSmart.Sandbox.Configuration;

internal sealed record Role(string Alias, string Name);

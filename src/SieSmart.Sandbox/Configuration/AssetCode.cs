namespace SieSmart.Sandbox.Configuration;

internal sealed record AssetCode(string IacCode, string Name);

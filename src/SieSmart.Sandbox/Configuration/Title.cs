namespace SieSmart.Sandbox.Configuration;

internal sealed record Title(int Id, string Name);

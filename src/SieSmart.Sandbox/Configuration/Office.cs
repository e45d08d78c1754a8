namespace SieSmart.Sandbox.Configuration;

internal sealed record Office(int Id, string Name, PostalAddress PostalAddress);

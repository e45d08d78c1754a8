namespace SieSmart.Sandbox.Configuration;

internal sealed record PostalAddress(string Street, string PostalCode, string City, string CountryCode);

namespace SieSmart.Generators.Model;

/// <summary>A key that goes with each request.</summary>
/// <param name="Name">The name of the header or of the query parameter.</param>
/// <param name="IsInQuery">Whether it stands in the query.</param>
internal sealed record RegistrationKey(string Name, bool IsInQuery);

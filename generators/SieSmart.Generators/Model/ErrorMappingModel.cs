namespace SieSmart.Generators.Model;

/// <summary>Which class an error response is read into.</summary>
/// <param name="Code">A status code, 4XX, 5XX or XXX.</param>
/// <param name="TypeFullName">The class.</param>
internal sealed record ErrorMappingModel(string Code, string TypeFullName);

namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>Where a parameter goes.</summary>
internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Other,
}

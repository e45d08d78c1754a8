namespace SieSmart.Generators.Reading;

/// <summary>The formats of OpenAPI's registry and of JSON Schema.</summary>
internal static class KnownFormats
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "base64url", "binary", "byte", "char", "commonmark", "date", "date-time", "date-time-local", "decimal", "decimal128", "double", "double-int", "duration", "email", "float",
        "hostname", "html", "http-date", "idn-email", "idn-hostname", "int8", "int16", "int32", "int64", "ipv4", "ipv6", "iri", "iri-reference", "json-pointer", "media-range", "password",
        "regex", "relative-json-pointer", "sf-binary", "sf-boolean", "sf-decimal", "sf-integer", "sf-string", "sf-token", "time", "time-local", "uint8", "uint16", "uint32", "uint64",
        "unixtime", "uri", "uri-reference", "uri-template", "uuid",
    };

    /// <summary>Whether a format is one of them.</summary>
    public static bool Has(string format) => Names.Contains(format);

    /// <summary>The one that another is likely to mean; null where nobody can tell.</summary>
    public static string? MeantBy(string format) => format.Length < 4 ? null : SchemaWords.Nearest(format, Names);
}

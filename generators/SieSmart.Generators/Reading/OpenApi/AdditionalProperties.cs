namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>What a schema says of properties that it does not name.</summary>
internal enum AdditionalProperties
{
    /// <summary>Nothing, which allows them.</summary>
    Unsaid,

    /// <summary>They are allowed; the document says so.</summary>
    Allowed,

    /// <summary>They are allowed, and the document has a schema for them.</summary>
    Described,

    /// <summary>There are none.</summary>
    Forbidden,
}

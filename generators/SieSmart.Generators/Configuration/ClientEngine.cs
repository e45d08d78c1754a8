namespace SieSmart.Generators.Configuration;

/// <summary>Who makes the client of a document (<c>Engine</c>).</summary>
internal enum ClientEngine
{
    /// <summary>This generator.</summary>
    BuiltIn,

    /// <summary>Kiota's own tool, in the build; guards are added to what it makes.</summary>
    Kiota,

    /// <summary>Somebody else did: it is in the project's sources or in an assembly that it references. Guards are added to it.</summary>
    Referenced,
}

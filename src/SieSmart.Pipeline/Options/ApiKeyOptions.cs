using System.Diagnostics;

namespace SieSmart.Pipeline;

/// <summary>A key that goes with each request.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>The name of the header or of the query parameter, as the document's security scheme has it. Required.</summary>
    public string? Name { get; set; }

    /// <summary>Where the key stands; <see cref="ApiKeyPlace.Header"/> by default.</summary>
    public ApiKeyPlace Place { get; set; }

    /// <summary>The key: visible ASCII. Required. Never logged and never part of an exception.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Value { get; set; }

    /// <summary>The key's name without the key.</summary>
    public override string ToString() => $"{Name} in the {(Place == ApiKeyPlace.Query ? "query" : "header")}";
}

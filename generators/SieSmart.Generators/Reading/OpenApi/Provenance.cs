namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>How surely something of the document is known (<c>x-provenance</c>).</summary>
internal enum Provenance
{
    /// <summary>The vendor documents it.</summary>
    Documented,

    /// <summary>The vendor describes it, but not to the letter.</summary>
    Described,

    /// <summary>Somebody concluded it.</summary>
    Inferred,
}

namespace SieSmart.Client.Benchmarks.Variants;

/// <summary>A client of the same API, in one of the ways in which one can be had.</summary>
internal interface IVariant
{
    /// <summary>Reads a proposal.</summary>
    Task GetAsync();

    /// <summary>Writes a proposal, and reads the answer.</summary>
    Task PutAsync();

    /// <summary>Reads a list.</summary>
    Task ListAsync();

    /// <summary>Writes a proposal that somebody else has changed, and catches what that is told by.</summary>
    Task ConflictAsync();

    /// <summary>Deletes a proposal.</summary>
    Task DeleteAsync();

    /// <summary>Reads a proposal from a server over the network, or what takes its place.</summary>
    Task GetOverNetworkAsync();

    /// <summary>Makes a proposal of JSON, without HTTP.</summary>
    void Read();

    /// <summary>Makes JSON of a proposal, without HTTP.</summary>
    void Write();
}

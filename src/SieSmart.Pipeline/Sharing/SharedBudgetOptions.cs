namespace SieSmart.Pipeline.Sharing;

/// <summary>How a client shares its limit with those of other processes. Set up once; not to be changed after its first use.</summary>
public class SharedBudgetOptions
{
    /// <summary>
    /// Which limit it is: all clients that name the same share it. Null (the default) for host and port of the API. Give those behind
    /// another IP address another name, since the server counts them apart.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>What to do while the shared budget can't be asked; <see cref="SharedBudgetFallback.LocalShare"/> by default.</summary>
    public SharedBudgetFallback Fallback { get; set; }
}

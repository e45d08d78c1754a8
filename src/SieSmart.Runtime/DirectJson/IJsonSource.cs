namespace SieSmart.Runtime.DirectJson;

/// <summary>Where the bytes of a node come from, if they are not its own for good.</summary>
internal interface IJsonSource
{
    /// <summary>Whether the bytes serve something else by now.</summary>
    bool IsOver { get; }
}

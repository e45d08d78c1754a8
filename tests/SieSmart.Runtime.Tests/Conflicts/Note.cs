namespace SieSmart.Runtime.Tests.Conflicts;

/// <summary>A resource that many people add to. Mutable, as generated models are.</summary>
internal sealed class Note
{
    public List<string> Entries { get; init; } = [];
}

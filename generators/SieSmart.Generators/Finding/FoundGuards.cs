using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;

namespace SieSmart.Generators.Finding;

/// <summary>What can be guarded of a client that others generated.</summary>
/// <param name="Shelves">The guards, a part for each request builder.</param>
/// <param name="Marks">What analyzers learn of the client; null if nothing is guarded.</param>
/// <param name="Faults">What the document names and the client has not, or has otherwise.</param>
internal sealed record FoundGuards(EquatableArray<FileShelf> Shelves, GuardMarksModel? Marks, EquatableArray<Fault> Faults)
{
    /// <summary>Nothing.</summary>
    public static FoundGuards None { get; } = new(default, Marks: null, default);
}

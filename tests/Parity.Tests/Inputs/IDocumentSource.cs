namespace Parity.Tests.Inputs;

/// <summary>Has documents to compare clients of.</summary>
public interface IDocumentSource
{
    /// <summary>The documents, each with a name of its own.</summary>
    static abstract IReadOnlyList<ParityDocument> Documents { get; }
}

namespace Parity.Tests.Inputs;

/// <summary>A document of which both generators make a client.</summary>
/// <param name="Folder">What the document stands for: <c>specs</c>, <c>cases</c>, <c>reports</c>, <c>spec</c>, or <c>vendors</c>.</param>
/// <param name="Path">Where it is.</param>
public sealed record ParityDocument(string Folder, string Path)
{
    /// <summary>What tests and the list of intended differences call it.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>What <see cref="Folder"/> is for documents that the repository does not hold.</summary>
    public const string ForeignFolder = "vendors";

    /// <summary>The same root namespace for all, so that a text about one client fits the other.</summary>
    public const string Namespace = "Api";

    /// <summary>Whether it is one of others: where Kiota makes no client of it, that is no fault of ours.</summary>
    public bool IsForeign => string.Equals(Folder, ForeignFolder, StringComparison.Ordinal);

    public string Text => File.ReadAllText(Path);

    public override string ToString() => Name;
}

namespace Parity.Tests.Inputs;

/// <summary>A document that a test writes.</summary>
public sealed class TemporaryDocument : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parity-document-");

    /// <summary>Writes it to a file of its own.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="extension">The end of its name, which tells YAML from JSON.</param>
    public TemporaryDocument(string text, string extension = ".yaml")
    {
        Document = new ParityDocument("temporary", Path.Combine(_folder.FullName, "api" + extension));
        File.WriteAllText(Document.Path, text);
    }

    /// <summary>Where it is.</summary>
    public ParityDocument Document { get; }

    /// <summary>Deletes it.</summary>
    public void Dispose() => _folder.Delete(recursive: true);
}

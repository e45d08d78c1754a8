namespace QuickStart.Story;

/// <summary>A decision document on disk.</summary>
internal sealed record DecisionDocument(string Path, long Length)
{
    private const string FileName = "decision.pdf";

    private static readonly byte[] Signature = "%PDF"u8.ToArray();

    /// <summary>Writes a document to a file, over one that is there.</summary>
    /// <param name="download">The document.</param>
    /// <param name="output">The file; null for one in a new temporary directory.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="QuickStartException">It is no PDF; the file shows what it is.</exception>
    public static async Task<DecisionDocument> SaveAsync(Stream download, string? output, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.GetFullPath(
            output ?? System.IO.Path.Combine(Directory.CreateTempSubdirectory("siesmart-").FullName, FileName));
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        await download.CopyToAsync(file, cancellationToken);

        var start = new byte[Signature.Length];
        file.Position = 0;
        var length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        return start.AsSpan(0, length).SequenceEqual(Signature)
            ? new DecisionDocument(path, file.Length)
            : throw new QuickStartException($"The decision document is no PDF. It was kept for a look: {path}");
    }
}

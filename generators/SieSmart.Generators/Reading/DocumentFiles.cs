using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>The files of one document: itself, and those that its references lead to. Each is parsed once, when it is first needed.</summary>
internal sealed class DocumentFiles
{
    private readonly ImmutableArray<AdditionalText> _others;
    private readonly FaultList _faults;
    private readonly CancellationToken _cancellationToken;
    private readonly List<DocumentFile> _opened = [];

    public DocumentFiles(AdditionalText document, ImmutableArray<AdditionalText> others, FaultList faults, CancellationToken cancellationToken)
    {
        _others = others;
        _faults = faults;
        _cancellationToken = cancellationToken;
        Document = Open(document, number: 0);
    }

    /// <summary>The document itself.</summary>
    public DocumentFile Document { get; }

    /// <summary>The file in which something stands.</summary>
    public DocumentFile Of(TextPosition position) => _opened[position.File];

    /// <summary>The file at a path; null if it is none of the project's.</summary>
    /// <param name="path">A full path, as <see cref="RelativePaths"/> makes it.</param>
    public DocumentFile? Find(string path) => Find(path, StringComparison.Ordinal) ?? Find(path, StringComparison.OrdinalIgnoreCase);

    private DocumentFile? Find(string path, StringComparison comparison)
    {
        if (_opened.Find(file => string.Equals(file.Path, path, comparison)) is { } opened)
        {
            return opened;
        }

        return _others.FirstOrDefault(other => string.Equals(RelativePaths.Normalize(other.Path), path, comparison)) is { } text ? Open(text, _faults.AddFile(text.Path)) : null;
    }

    private DocumentFile Open(AdditionalText text, int number)
    {
        DocumentNode? root = null;
        if (text.GetText(_cancellationToken) is { } content)
        {
            root = DocumentParser.Parse(new SourceTextReader(content), number, _faults, _cancellationToken);
        }
        else
        {
            _faults.Add(DiagnosticRules.UnreadableDocument, new TextPosition(0, 0, number), "the file is missing or can't be opened");
        }

        var file = new DocumentFile(RelativePaths.Normalize(text.Path), root);
        _opened.Add(file);
        return file;
    }
}

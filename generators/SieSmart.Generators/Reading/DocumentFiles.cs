using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.Overlays;
using SieSmart.Generators.Reading.Swagger;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>The files of one document: itself, and those that its references lead to. Each is parsed once, when it is first needed.</summary>
internal sealed class DocumentFiles
{
    private readonly ImmutableArray<AdditionalText> _others;
    private readonly ParsedTexts _parsed;
    private readonly FaultList _faults;
    private readonly CancellationToken _cancellationToken;
    private readonly List<DocumentFile> _opened = [];

    /// <summary>Opens a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="overlays">The overlays that change it, in their order.</param>
    /// <param name="others">The files to which it may refer.</param>
    /// <param name="parsed">What these files were before.</param>
    public DocumentFiles(AdditionalText document, ImmutableArray<AdditionalText> overlays, ImmutableArray<AdditionalText> others, ParsedTexts parsed, FaultList faults, CancellationToken cancellationToken)
    {
        _others = others;
        _parsed = parsed;
        _faults = faults;
        _cancellationToken = cancellationToken;
        Document = OpenDocument(document, overlays);
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

    /// <summary>What an overlay brings becomes part of the document, so references in it begin there.</summary>
    private DocumentFile OpenDocument(AdditionalText document, ImmutableArray<AdditionalText> overlays)
    {
        var root = Parse(document, number: 0);
        foreach (var overlay in overlays)
        {
            var actions = new OverlayReader(_faults).Read(Parse(overlay, _faults.AddFile(overlay.Path)));
            root = root is null ? null : OverlayApplication.Apply(root, actions, _faults);
        }

        var file = new DocumentFile(RelativePaths.Normalize(document.Path), SwaggerDocument.Upgrade(root));
        _opened.AddRange(Enumerable.Repeat(file, overlays.Length + 1));
        return file;
    }

    private DocumentFile Open(AdditionalText text, int number)
    {
        var file = new DocumentFile(RelativePaths.Normalize(text.Path), SwaggerDocument.Upgrade(Parse(text, number)));
        _opened.Add(file);
        return file;
    }

    private DocumentNode? Parse(AdditionalText text, int number)
    {
        if (text.GetText(_cancellationToken) is { } content)
        {
            var parsed = _parsed.Before(text.Path, number) is { } before && EditedText.Parse(before, content, number, _cancellationToken) is { } edited
                ? edited
                : DocumentParser.Parse(content, number, _faults, _cancellationToken);
            _parsed.Keep(text.Path, number, parsed);
            return parsed.Root;
        }

        _faults.Add(DiagnosticRules.UnreadableDocument, new TextPosition(0, 0, number), "the file is missing or can't be opened");
        return null;
    }
}

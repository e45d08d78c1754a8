using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Positions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>Makes nodes of YAML, and so of JSON, which is a part of it.</summary>
internal sealed class DocumentParser
{
    private const int LargestSearched = 12;

    private readonly TokenSource _tokens;
    private readonly Parser _events;

    // Null if the text is parsed as it is.
    private readonly NormalizedText? _layout;

    // Null if whoever asks wants only nodes of which there is nothing to report.
    private readonly FaultList? _faults;
    private readonly int _file;
    private readonly int _lineShift;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<AnchorName, AnchoredNode> _anchors = [];
    private readonly StringPool _strings = new();

    // What is being collected: the items and entries of the innermost node stand at the end.
    private readonly List<DocumentNode> _items = [];
    private readonly List<MappingEntry> _entries = [];
    private long _nodes;
    private long _repeatedNodes;
    private TextPosition _position;
    private bool _isPlain;

    private DocumentParser(TextReader text, NormalizedText? layout, int file, int lineShift, FaultList? faults, CancellationToken cancellationToken)
    {
        _tokens = new TokenSource(text);
        _events = new Parser(_tokens);
        _layout = layout;
        _file = file;
        _lineShift = lineShift;
        _faults = faults;
        _isPlain = layout is null;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Parses a file; where that fails, says why among the faults.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The number that positions in it carry.</param>
    public static ParsedText Parse(SourceText text, int file, FaultList faults, CancellationToken cancellationToken)
    {
        var parser = new DocumentParser(new SourceTextReader(text), layout: null, file, lineShift: 0, faults, cancellationToken);
        try
        {
            return parser.ParseText(text);
        }
        catch (DocumentFormatException exception)
        {
            faults.Add(DiagnosticRules.UnreadableDocument, exception.Position, exception.Message);
            return Unreadable(text);
        }
        catch (Exception exception) when (IsOfScanner(exception))
        {
            // Perhaps others would read it: only now is it looked at, since that costs time and most documents need nothing of it.
            return ParseNormalized(text, parser, faults, exception, LayoutNormalizer.Normalize(text.ToString(), cancellationToken));
        }
    }

    /// <summary>Parses a piece of a file; null if it isn't sound and plain as it stands.</summary>
    /// <param name="text">The piece; nothing of it may stand at its very beginning.</param>
    /// <param name="file">The number that positions in it carry.</param>
    /// <param name="lineShift">How much further down its lines stand in the file.</param>
    public static DocumentNode? ParsePiece(string text, int file, int lineShift, CancellationToken cancellationToken)
    {
        var parser = new DocumentParser(new StringReader(text), layout: null, file, lineShift, faults: null, cancellationToken);
        try
        {
            var node = parser.ParseDocument();
            return parser._isPlain ? node : null;
        }
        catch (Exception exception) when (exception is DocumentFormatException || IsOfScanner(exception))
        {
            return null;
        }
    }

    private static ParsedText ParseNormalized(SourceText text, DocumentParser parser, FaultList faults, Exception failure, NormalizedText layout)
    {
        try
        {
            if (layout.IsChanged)
            {
                parser = new DocumentParser(new StringReader(layout.Text), layout, parser._file, lineShift: 0, faults, parser._cancellationToken);
                return parser.ParseText(text);
            }
        }
        catch (DocumentFormatException exception)
        {
            faults.Add(DiagnosticRules.UnreadableDocument, exception.Position, exception.Message);
            return Unreadable(text);
        }
        catch (Exception exception) when (IsOfScanner(exception))
        {
            failure = exception;
        }

        var message = failure is YamlException ? FirstSentence(failure.Message) : "it is neither YAML nor JSON from here on";
        faults.Add(DiagnosticRules.UnreadableDocument, parser.PositionOf(failure, layout), message);
        return Unreadable(text);
    }

    private static ParsedText Unreadable(SourceText text) => new(text, Root: null, Nodes: 0, IsPlain: false);

    private ParsedText ParseText(SourceText text)
    {
        var root = ParseDocument();
        return new ParsedText(text, root, _nodes, _isPlain);
    }

    /// <summary>Whether YamlDotNet gives up like this; on text that is no YAML at all not only by its own exceptions.</summary>
    private static bool IsOfScanner(Exception exception) =>
        exception is YamlException or InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException;

    /// <summary>Where a person would look for what is wrong.</summary>
    private TextPosition PositionOf(Exception failure, NormalizedText layout)
    {
        var mark = failure switch
        {
            // Many exceptions of the scanner carry no place.
            YamlException { Start.Index: 0, End.Index: 0 } or not YamlException => _tokens.CurrentPosition,
            // The scanner has read a token up to what it can't stand; if that is the end, the token lacks its own.
            SyntaxErrorException syntax when !IsEnd(layout.Text, syntax.End) => syntax.End,
            YamlException other => other.Start,
        };
        var position = PositionOf(mark);
        var (line, column) = layout.CauseOf(position.Line, position.Column);
        return new TextPosition(line, column, _file);
    }

    private static bool IsEnd(string text, Mark mark) =>
        mark.Index >= text.Length || (mark.Column == 1 && text[(int)mark.Index] is '-' or '.');

    private TextPosition PositionOf(Mark mark)
    {
        var line = (int)Math.Max(0, mark.Line - 1);
        var column = (int)Math.Max(0, mark.Column - 1);

        // Some nodes that stand nowhere have the first of all places.
        return new TextPosition(mark.Index == 0 ? line : line + _lineShift, _layout?.ColumnOf(line, column) ?? column, _file);
    }

    private static string FirstSentence(string message) => message.Replace('\r', ' ').Replace('\n', ' ').Trim().TrimEnd('.');

    private DocumentNode ParseDocument()
    {
        if (!_events.MoveNext() || !_events.MoveNext() || _events.Current is not DocumentStart)
        {
            throw new DocumentFormatException(new TextPosition(0, 0, _file), "it is empty");
        }

        Advance();
        return ParseNode(depth: 0);
    }

    private DocumentNode ParseNode(int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var current = _events.Current!;
        var position = _position = PositionOf(current.Start);
        if (depth > DocumentLimits.Depth)
        {
            throw new DocumentFormatException(position, $"it nests deeper than {DocumentLimits.Depth} levels");
        }

        var before = _nodes + _repeatedNodes;
        if (++_nodes > DocumentLimits.Nodes)
        {
            throw new DocumentFormatException(position, $"it has more than {DocumentLimits.Nodes} nodes");
        }

        switch (current)
        {
            case Scalar scalar:
                var value = _layout is null ? scalar.Value : _layout.ValueOf(scalar.Value);
                if (value.Length > DocumentLimits.ScalarLength)
                {
                    throw new DocumentFormatException(position, $"a scalar is longer than {DocumentLimits.ScalarLength} characters");
                }

                Advance();
                return Remember(scalar.Anchor, new ScalarNode(position, _strings.Share(value), scalar.Style is ScalarStyle.Plain or ScalarStyle.Any), before);
            case SequenceStart sequence:
                return Remember(sequence.Anchor, ParseSequence(position, depth), before);
            case MappingStart mapping:
                return Remember(mapping.Anchor, ParseMapping(position, depth), before);
            case AnchorAlias alias:
                Advance();
                if (!_anchors.TryGetValue(alias.Value, out var anchored))
                {
                    throw new DocumentFormatException(position, $"the alias '*{alias.Value}' stands before its anchor, inside it, or without one");
                }

                Repeat(anchored.Size, position);
                return anchored.Node;
            default:
                throw new DocumentFormatException(position, $"a value was expected, but '{current.GetType().Name}' came");
        }
    }

    private SequenceNode ParseSequence(TextPosition position, int depth)
    {
        Advance();
        var start = _items.Count;
        while (_events.Current is not SequenceEnd)
        {
            _items.Add(ParseNode(depth + 1));
        }

        Advance();
        return new SequenceNode(position, Take(_items, start));
    }

    private MappingNode ParseMapping(TextPosition position, int depth)
    {
        Advance();
        var start = _entries.Count;
        HashSet<string>? names = null;
        List<MappingNode>? merged = null;
        while (_events.Current is not MappingEnd)
        {
            var key = ParseNode(depth + 1);
            var value = ParseNode(depth + 1);
            if (key is not ScalarNode name)
            {
                Report(DiagnosticRules.UnexpectedStructure, key.Position, $"A key is {key.KindName}", "It is ignored with its value; keys are strings in OpenAPI.");
            }
            else if (name is { IsPlain: true, Value: "<<" })
            {
                _isPlain = false;
                (merged ??= []).AddRange(MergedMappings(value));
            }
            else if (IsNew(name.Value, start, ref names))
            {
                _entries.Add(new MappingEntry(key.Position, name.Value, value));
            }
            else
            {
                Report(DiagnosticRules.DuplicateKey, key.Position, name.Value);
            }
        }

        Advance();

        // YAML's merge key: what the mapping says itself wins, then the first of the merged ones.
        foreach (var mapping in merged ?? [])
        {
            Repeat(mapping.Entries.Length, position);
            foreach (var entry in mapping.Entries)
            {
                if (IsNew(entry.Name, start, ref names))
                {
                    _entries.Add(entry);
                }
            }
        }

        return new MappingNode(position, Take(_entries, start));
    }

    /// <summary>Whether the innermost mapping has no such key yet.</summary>
    private bool IsNew(string name, int start, ref HashSet<string>? names)
    {
        var count = _entries.Count - start;
        if (names is null && count >= LargestSearched)
        {
            names = new HashSet<string>(StringComparer.Ordinal);
            for (var index = start; index < _entries.Count; index++)
            {
                names.Add(_entries[index].Name);
            }
        }

        if (names is not null)
        {
            return names.Add(name);
        }

        for (var index = start; index < _entries.Count; index++)
        {
            if (string.Equals(_entries[index].Name, name, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static ImmutableArray<T> Take<T>(List<T> list, int start)
    {
        if (start == list.Count)
        {
            return [];
        }

        var taken = ImmutableArray.CreateBuilder<T>(list.Count - start);
        for (var index = start; index < list.Count; index++)
        {
            taken.Add(list[index]);
        }

        list.RemoveRange(start, list.Count - start);
        return taken.MoveToImmutable();
    }

    private static IEnumerable<MappingNode> MergedMappings(DocumentNode value) =>
        value is SequenceNode sequence ? sequence.Items.OfType<MappingNode>() : new[] { value }.OfType<MappingNode>();

    private T Remember<T>(AnchorName anchor, T node, long before)
        where T : DocumentNode
    {
        if (!anchor.IsEmpty)
        {
            _isPlain = false;
            _anchors[anchor] = new AnchoredNode(node, _nodes + _repeatedNodes - before);
        }

        return node;
    }

    private void Report(DiagnosticDescriptor rule, TextPosition position, params string[] arguments)
    {
        _isPlain = false;
        _faults?.Add(rule, position, arguments);
    }

    private void Repeat(long nodes, TextPosition position)
    {
        _repeatedNodes += nodes;
        if (_repeatedNodes > DocumentLimits.RepeatedNodes)
        {
            throw new DocumentFormatException(position, $"its aliases and merge keys repeat more than {DocumentLimits.RepeatedNodes} nodes");
        }
    }

    private void Advance()
    {
        if (!_events.MoveNext())
        {
            throw new DocumentFormatException(_position, "it ends too early");
        }
    }

    private sealed record AnchoredNode(DocumentNode Node, long Size);
}

using SieSmart.Generators.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>Makes nodes of YAML, and so of JSON, which is a part of it.</summary>
internal sealed class DocumentParser
{
    private readonly Parser _events;
    private readonly FaultList _faults;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<AnchorName, AnchoredNode> _anchors = [];
    private long _nodes;
    private TextPosition _position;

    private DocumentParser(TextReader text, FaultList faults, CancellationToken cancellationToken)
    {
        _events = new Parser(text);
        _faults = faults;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Parses a document; where that fails, says why among the faults and returns null.</summary>
    public static DocumentNode? Parse(TextReader text, FaultList faults, CancellationToken cancellationToken)
    {
        var parser = new DocumentParser(text, faults, cancellationToken);
        try
        {
            return parser.ParseDocument();
        }
        catch (YamlException exception)
        {
            faults.Add(DiagnosticRules.UnreadableDocument, PositionOf(exception.Start), FirstSentence(exception.Message));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner gives up like this on text that is no YAML at all.
            faults.Add(DiagnosticRules.UnreadableDocument, parser._position, "it is neither YAML nor JSON from here on");
        }
        catch (DocumentFormatException exception)
        {
            faults.Add(DiagnosticRules.UnreadableDocument, exception.Position, exception.Message);
        }

        return null;
    }

    private static TextPosition PositionOf(Mark mark) =>
        new((int)Math.Max(0, mark.Line - 1), (int)Math.Max(0, mark.Column - 1));

    private static string FirstSentence(string message) => message.Replace('\r', ' ').Replace('\n', ' ').Trim().TrimEnd('.');

    private DocumentNode ParseDocument()
    {
        if (!_events.MoveNext() || !_events.MoveNext() || _events.Current is not DocumentStart)
        {
            throw new DocumentFormatException(default, "it is empty");
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

        var before = _nodes;
        Count(1, position);
        switch (current)
        {
            case Scalar scalar:
                if (scalar.Value.Length > DocumentLimits.ScalarLength)
                {
                    throw new DocumentFormatException(position, $"a scalar is longer than {DocumentLimits.ScalarLength} characters");
                }

                Advance();
                return Remember(scalar.Anchor, new ScalarNode(position, scalar.Value, scalar.Style is ScalarStyle.Plain or ScalarStyle.Any), before);
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

                Count(anchored.Size, position);
                return anchored.Node;
            default:
                throw new DocumentFormatException(position, $"a value was expected, but '{current.GetType().Name}' came");
        }
    }

    private SequenceNode ParseSequence(TextPosition position, int depth)
    {
        Advance();
        var items = new List<DocumentNode>();
        while (_events.Current is not SequenceEnd)
        {
            items.Add(ParseNode(depth + 1));
        }

        Advance();
        return new SequenceNode(position, items);
    }

    private MappingNode ParseMapping(TextPosition position, int depth)
    {
        Advance();
        var entries = new List<MappingEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var merged = new List<MappingNode>();
        while (_events.Current is not MappingEnd)
        {
            var keyPosition = PositionOf(_events.Current!.Start);
            var key = ParseNode(depth + 1);
            var value = ParseNode(depth + 1);
            if (key is not ScalarNode name)
            {
                _faults.Add(DiagnosticRules.UnexpectedStructure, keyPosition, $"A key is {key.KindName}", "It is ignored with its value; keys are strings in OpenAPI.");
            }
            else if (name is { IsPlain: true, Value: "<<" })
            {
                merged.AddRange(MergedMappings(value));
            }
            else if (names.Add(name.Value))
            {
                entries.Add(new MappingEntry(name, value));
            }
            else
            {
                _faults.Add(DiagnosticRules.DuplicateKey, keyPosition, name.Value);
            }
        }

        Advance();

        // YAML's merge key: what the mapping says itself wins, then the first of the merged ones.
        foreach (var entry in merged.SelectMany(mapping => mapping.Entries).Where(entry => names.Add(entry.Name)))
        {
            Count(1, entry.Key.Position);
            entries.Add(entry);
        }

        return new MappingNode(position, entries);
    }

    private static IEnumerable<MappingNode> MergedMappings(DocumentNode value) =>
        value is SequenceNode sequence ? sequence.Items.OfType<MappingNode>() : new[] { value }.OfType<MappingNode>();

    private T Remember<T>(AnchorName anchor, T node, long before)
        where T : DocumentNode
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = new AnchoredNode(node, _nodes - before);
        }

        return node;
    }

    private void Count(long nodes, TextPosition position)
    {
        _nodes += nodes;
        if (_nodes > DocumentLimits.Nodes)
        {
            throw new DocumentFormatException(position, $"it has more than {DocumentLimits.Nodes} nodes, aliases expanded");
        }
    }

    private void Advance()
    {
        if (!_events.MoveNext())
        {
            throw new DocumentFormatException(default, "it ends too early");
        }
    }

    private sealed record AnchoredNode(DocumentNode Node, long Size);
}

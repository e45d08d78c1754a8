using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>
/// Parses a text of which another version was parsed before: only the entries of its outer mappings that differ, and the others are
/// taken over. An entry may begin a piece if its key is plain and stands alone at the start of its line: behind such a key the scanner
/// remembers nothing of what came before but the columns of the keys above. So these keys stand above the piece with other names, and
/// one behind it that must turn up where the text goes on. Where any of this is not so, there is no result, and the text is parsed whole.
/// </summary>
internal sealed class EditedText
{
    // The document itself, its paths or components, and the schemas.
    private const int Levels = 3;

    // A line break has at most two characters.
    private const int LongestBreak = 2;

    private const string Comment = "#\n";
    private const string KeyAbove = "above";
    private const string KeyBelow = "below-the-piece";

    private readonly ParsedText _before;
    private readonly SourceText _text;
    private readonly int _file;
    private readonly CancellationToken _cancellationToken;
    private readonly int _commonStart;
    private readonly int _commonEnd;
    private readonly List<Level> _levels = [];

    // Where the piece ends in the text before, and the key's column that stands there; -1 at the end of the text.
    private int _end;
    private int _endColumn = -1;
    private int _endLevel = -1;

    private EditedText(ParsedText before, SourceText text, int file, CancellationToken cancellationToken)
    {
        _before = before;
        _text = text;
        _file = file;
        _cancellationToken = cancellationToken;
        _end = before.Text.Length;
        (_commonStart, _commonEnd) = CommonText.Of(before.Text, text);
    }

    /// <summary>The nodes of a text; null if it must be parsed whole.</summary>
    /// <param name="before">What it was.</param>
    /// <param name="text">What it is now.</param>
    /// <param name="file">The number that positions in it carry.</param>
    public static ParsedText? Parse(ParsedText before, SourceText text, int file, CancellationToken cancellationToken)
    {
        var edited = new EditedText(before, text, file, cancellationToken);
        if (edited._commonStart == text.Length && edited._commonStart == before.Text.Length)
        {
            return before with { Text = text };
        }

        edited.FindPiece();
        return edited._levels.Count == 0 ? null : edited.ParsePiece();
    }

    /// <summary>Finds the fewest entries that hold all that differs, as far down as there are entries.</summary>
    private void FindPiece()
    {
        var mapping = _before.Root as MappingNode;
        while (mapping is { Entries.IsEmpty: false } && mapping.Position == mapping.Entries[0].Position && _levels.Count < Levels && FirstOf(mapping.Entries) is >= 0 and var first)
        {
            var last = LastOf(mapping.Entries, first);
            if (last < mapping.Entries.Length)
            {
                _end = LineStart(mapping.Entries[last].Position.Line);
                _endColumn = mapping.Entries[last].Position.Column;
                _endLevel = _levels.Count;
            }

            _levels.Add(new Level(mapping, first, last));
            mapping = last == first + 1 ? mapping.Entries[first].Value as MappingNode : null;
        }
    }

    /// <summary>The last entry whose key is before all that differs; -1 if there is none.</summary>
    private int FirstOf(ImmutableArray<MappingEntry> entries)
    {
        for (var index = entries.Length - 1; index >= 0; index--)
        {
            // Its colon, and what follows it, must be the same.
            if (LineStart(entries[index].Position.Line) + entries[index].Position.Column + entries[index].Name.Length + 2 <= _commonStart && MayBegin(entries[index]))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The first entry behind all that differs; their number if there is none.</summary>
    private int LastOf(ImmutableArray<MappingEntry> entries, int first)
    {
        var last = entries.Length;
        for (var index = entries.Length - 1; index > first && LineStart(entries[index].Position.Line) - LongestBreak >= _before.Text.Length - _commonEnd; index--)
        {
            last = MayBegin(entries[index]) ? index : last;
        }

        return last;
    }

    private int LineStart(int line) => _before.Text.Lines[line].Start;

    /// <summary>Whether a plain key and its colon are the first that the line says.</summary>
    private bool MayBegin(MappingEntry entry)
    {
        var text = _before.Text;
        var start = LineStart(entry.Position.Line);
        var key = start + entry.Position.Column;
        var colon = key + entry.Name.Length;
        if (entry.Name.Length == 0 || !(char.IsLetterOrDigit(entry.Name[0]) || entry.Name[0] is '/' or '_') || colon + 1 >= text.Length || text[colon] != ':' || text[colon + 1] is not (' ' or '\n' or '\r'))
        {
            return false;
        }

        for (var index = start; index < key; index++)
        {
            if (text[index] != ' ')
            {
                return false;
            }
        }

        for (var index = 0; index < entry.Name.Length; index++)
        {
            if (text[key + index] != entry.Name[index])
            {
                return false;
            }
        }

        return true;
    }

    private ParsedText? ParsePiece()
    {
        var innermost = _levels[_levels.Count - 1];
        var place = innermost.Mapping.Entries[innermost.First].Position;
        var start = LineStart(place.Line);
        var piece = _text.ToString(TextSpan.FromBounds(start, _end + _text.Length - _before.Text.Length));
        var above = Comment + string.Concat(_levels.Take(_levels.Count - 1).Select(level => new string(' ', level.Mapping.Position.Column) + KeyAbove + ":\n"));
        var below = _endLevel < 0 ? "" : new string(' ', _endColumn) + KeyBelow + ": 0\n";
        var root = DocumentParser.ParsePiece(above + piece + below, _file, place.Line - _levels.Count, _cancellationToken);
        var endLine = place.Line + Lines(piece);
        if (EntriesOf(root, endLine) is not { IsEmpty: false } entries || entries[0].Position != place || entries[0].Name != innermost.Mapping.Entries[innermost.First].Name)
        {
            return null;
        }

        var nodes = _before.Nodes - innermost.Replaced.Sum(Count) + entries.Sum(Count);
        if (nodes > DocumentLimits.Nodes || HasDuplicate(innermost, entries))
        {
            return null;
        }

        var shift = _endLevel < 0 ? 0 : endLine - _before.Text.Lines.GetLineFromPosition(_end).LineNumber;
        return new ParsedText(_text, Rebuild(entries, shift), nodes, IsPlain: true);
    }

    /// <summary>The entries of the piece itself; none if it does not end where it must.</summary>
    private ImmutableArray<MappingEntry> EntriesOf(DocumentNode? root, int endLine)
    {
        for (var level = 0; root is MappingNode mapping; level++)
        {
            var entries = mapping.Entries;
            if (level == _endLevel)
            {
                if (entries.IsEmpty || entries[entries.Length - 1] is not { Name: KeyBelow } below || below.Position != new TextPosition(endLine, _endColumn, _file))
                {
                    return [];
                }

                entries = entries.RemoveAt(entries.Length - 1);
            }

            if (level == _levels.Count - 1)
            {
                return entries;
            }

            root = entries.Length == 1 ? entries[0].Value : null;
        }

        return [];
    }

    private static bool HasDuplicate(Level level, ImmutableArray<MappingEntry> entries)
    {
        var names = new HashSet<string>(entries.Select(entry => entry.Name), StringComparer.Ordinal);
        var all = level.Mapping.Entries;
        for (var index = 0; index < all.Length; index++)
        {
            if ((index < level.First || index >= level.Last) && names.Contains(all[index].Name))
            {
                return true;
            }
        }

        return false;
    }

    private MappingNode Rebuild(ImmutableArray<MappingEntry> entries, int shift)
    {
        for (var index = _levels.Count - 1; ; index--)
        {
            var level = _levels[index];
            var all = ImmutableArray.CreateBuilder<MappingEntry>(level.Mapping.Entries.Length - (level.Last - level.First) + entries.Length);
            all.AddRange(level.Mapping.Entries, level.First);
            all.AddRange(entries);
            for (var next = level.Last; next < level.Mapping.Entries.Length; next++)
            {
                all.Add(Shift(level.Mapping.Entries[next], shift));
            }

            var mapping = new MappingNode(level.Mapping.Position, all.MoveToImmutable());
            if (index == 0)
            {
                return mapping;
            }

            var outer = _levels[index - 1];
            entries = [outer.Mapping.Entries[outer.First] with { Value = mapping }];
        }
    }

    private MappingEntry Shift(MappingEntry entry, int lines) =>
        lines == 0 ? entry : new MappingEntry(Shift(entry.Position, lines), entry.Name, Shift(entry.Value, lines));

    private DocumentNode Shift(DocumentNode node, int lines)
    {
        var position = Shift(node.Position, lines);
        switch (node)
        {
            case ScalarNode scalar:
                return new ScalarNode(position, scalar.Value, scalar.IsPlain);
            case SequenceNode sequence:
                var items = ImmutableArray.CreateBuilder<DocumentNode>(sequence.Items.Length);
                foreach (var item in sequence.Items)
                {
                    items.Add(Shift(item, lines));
                }

                return new SequenceNode(position, items.MoveToImmutable());
            default:
                _cancellationToken.ThrowIfCancellationRequested();
                var all = ((MappingNode)node).Entries;
                var entries = ImmutableArray.CreateBuilder<MappingEntry>(all.Length);
                foreach (var entry in all)
                {
                    entries.Add(Shift(entry, lines));
                }

                return new MappingNode(position, entries.MoveToImmutable());
        }
    }

    private static TextPosition Shift(TextPosition position, int lines) =>
        position is { Line: 0, Column: 0 } ? position : position with { Line = position.Line + lines };

    private static long Count(MappingEntry entry) => 1 + Count(entry.Value);

    private static long Count(DocumentNode node) => 1 + (node switch
    {
        SequenceNode sequence => sequence.Items.Sum(Count),
        MappingNode mapping => mapping.Entries.Sum(Count),
        _ => 0,
    });

    private static int Lines(string text)
    {
        var lines = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[index] == '\r' && !(index + 1 < text.Length && text[index + 1] == '\n')))
            {
                lines++;
            }
        }

        return lines;
    }

    /// <summary>A mapping around the piece.</summary>
    /// <param name="Mapping">The mapping before the edit.</param>
    /// <param name="First">Its first entry that is parsed anew, or holds what is.</param>
    /// <param name="Last">Its first entry behind those.</param>
    private sealed record Level(MappingNode Mapping, int First, int Last)
    {
        public IEnumerable<MappingEntry> Replaced => Mapping.Entries.Skip(First).Take(Last - First);
    }
}

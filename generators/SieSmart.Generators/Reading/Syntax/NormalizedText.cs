using System.Collections.Immutable;
using System.Text;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A YAML text with another layout and the same meaning; its lines are those of the original.</summary>
internal sealed class NormalizedText
{
    private readonly IReadOnlyDictionary<int, int> _shifts;
    private readonly char _placeholder;
    private readonly ImmutableArray<LikelyCause> _causes;

    /// <param name="original">The text as it was.</param>
    /// <param name="edits">What changes, in the order of the text.</param>
    /// <param name="shifts">By how many columns lines move to the right.</param>
    /// <param name="placeholder">What stands for a space that must not look like one.</param>
    /// <param name="causes">Of what faults may come, in the order of the text.</param>
    public NormalizedText(string original, IReadOnlyList<TextEdit> edits, IReadOnlyDictionary<int, int> shifts, char placeholder, ImmutableArray<LikelyCause> causes)
    {
        _shifts = shifts;
        _placeholder = placeholder;
        _causes = causes;
        IsChanged = edits.Count > 0;
        Text = IsChanged ? Apply(original, edits) : original;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Whether it differs from the original.</summary>
    public bool IsChanged { get; }

    /// <summary>The column in the original.</summary>
    public int ColumnOf(int line, int column) => _shifts.TryGetValue(line, out var shift) ? Math.Max(0, column - shift) : column;

    /// <summary>The value of a scalar, as the original has it.</summary>
    public string ValueOf(string value) => value.Replace(_placeholder, ' ');

    /// <summary>Where that begins of which a fault probably comes; the place of the fault itself if nothing better is known.</summary>
    /// <param name="line">The line of the fault.</param>
    /// <param name="column">Its column.</param>
    public (int Line, int Column) CauseOf(int line, int column)
    {
        foreach (var cause in _causes.Reverse())
        {
            if (cause.Line <= line && line <= cause.LastLine)
            {
                return (cause.Line, cause.Column);
            }
        }

        return (line, column);
    }

    private static string Apply(string original, IReadOnlyList<TextEdit> edits)
    {
        var text = new StringBuilder(original.Length);
        var copied = 0;
        foreach (var edit in edits)
        {
            text.Append(original, copied, edit.Index - copied).Append(edit.Inserted);
            copied = edit.Index + edit.Removed;
        }

        return text.Append(original, copied, original.Length - copied).ToString();
    }
}

using FleetDemo.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FleetDemo.Drawing;

/// <summary>What a process got, second by second.</summary>
internal sealed class History
{
    /// <summary>How many seconds are shown.</summary>
    public const int Length = 40;

    private const string Heights = "▁▂▃▄▅▆▇█";

    private readonly List<Reading> _ends = [Reading.None];

    /// <summary>Notes how it stands in a second.</summary>
    public void Note(int second, Reading reading)
    {
        while (_ends.Count <= second + 1)
        {
            _ends.Add(_ends[^1]);
        }

        _ends[second + 1] = reading;
    }

    public IRenderable Draw()
    {
        var cells = new Paragraph();
        for (var second = Math.Max(_ends.Count - Length, 1); second < _ends.Count; second++)
        {
            var (text, colour) = Cell(_ends[second - 1], _ends[second]);
            cells.Append(text, new Style(colour));
        }

        return cells;
    }

    private static (string Text, Color Colour) Cell(Reading before, Reading after)
    {
        var (served, refused) = (after.Served - before.Served, after.Refused - before.Refused);
        var height = Heights[Math.Clamp(served, 0, Heights.Length - 1)].ToString();
        return refused > 0 ? (height, Color.Red)
            : served > 0 ? (height, Color.Green)
            : after.Waiting > 0 ? ("·", Color.Yellow)
            : (" ", Color.Default);
    }
}

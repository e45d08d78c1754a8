using System.Globalization;

namespace SharedBudgets.Simulation.Drawing;

/// <summary>Bars in groups: one group for each number of machines, in it one for each way.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Axis">What is counted.</param>
/// <param name="Groups">What stands below the groups.</param>
/// <param name="Below">What the groups are.</param>
/// <param name="Series">The bars by their names, one for each group; null where there is nothing to count.</param>
internal sealed record BarChart(string Title, Axis Axis, IReadOnlyList<string> Groups, string Below, IReadOnlyList<(string Name, IReadOnlyList<double?> Values)> Series)
{
    private const double Gap = 26;
    private const double BetweenBars = 2;

    public string Draw()
    {
        var frame = new Frame(860, 400);
        var canvas = new Canvas(frame.Width, frame.Height, Title);
        Frame.DrawHead(canvas, Title, Series.Select(one => one.Name));
        Axis.Draw(canvas, frame);
        frame.DrawFoot(canvas, Below);
        var width = (frame.Right - Frame.Left) / Groups.Count;
        for (var group = 0; group < Groups.Count; group++)
        {
            DrawGroup(canvas, frame, group, Frame.Left + (group * width), width);
        }

        return canvas.ToString();
    }

    private void DrawGroup(Canvas canvas, Frame frame, int group, double left, double width)
    {
        canvas.Words("", left + (width / 2), frame.Bottom + 20, "middle", Groups[group]);
        var bar = (width - Gap) / Series.Count;
        for (var series = 0; series < Series.Count; series++)
        {
            var x = left + (Gap / 2) + (series * bar);
            var (top, label) = Series[series].Values[group] is { } value
                ? (frame.Y(Math.Min(value / Axis.Most, 1)), value.ToString(value is > 0 and < 9.95 ? "0.#" : "0", CultureInfo.InvariantCulture))
                : (frame.Bottom, "×");
            canvas.Box($"bar{series}", x, top, bar - BetweenBars, frame.Bottom - top);
            canvas.Words("value", x + ((bar - BetweenBars) / 2), top - 4, "middle", label);
        }
    }
}

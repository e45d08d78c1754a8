using System.Globalization;

namespace SharedBudgets.Simulation.Drawing;

/// <summary>The upright axis of a plot.</summary>
/// <param name="Title">What it counts, with its unit.</param>
/// <param name="Most">Where it ends.</param>
/// <param name="Step">From line to line.</param>
internal sealed record Axis(string Title, double Most, double Step)
{
    public void Draw(Canvas canvas, Frame frame)
    {
        for (var step = 0; step * Step <= Most; step++)
        {
            var y = frame.Y(step * Step / Most);
            canvas.Line(step == 0 ? "axis" : "grid", Frame.Left, y, frame.Right, y);
            canvas.Words("note", Frame.Left - 8, y + 4, "end", (step * Step).ToString("0.##", CultureInfo.InvariantCulture));
        }

        canvas.UprightWords("note", Frame.Left - 46, (Frame.Top + frame.Bottom) / 2, Title);
    }
}

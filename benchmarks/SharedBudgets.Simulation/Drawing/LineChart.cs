using System.Globalization;

namespace SharedBudgets.Simulation.Drawing;

/// <summary>Lines over minutes.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Axis">What is counted.</param>
/// <param name="Band">From when to when something is the matter, in minutes.</param>
/// <param name="BandName">What is the matter.</param>
/// <param name="Below">What the minutes are.</param>
/// <param name="Series">The lines by their names: a number for each minute.</param>
internal sealed record LineChart(string Title, Axis Axis, (double From, double Until) Band, string BandName, string Below, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> Series)
{
    private const int MinutesBetweenMarks = 2;

    public string Draw()
    {
        var frame = new Frame(860, 400);
        var canvas = new Canvas(frame.Width, frame.Height, Title);
        var minutes = Series[0].Values.Count;
        canvas.Box("band", X(Band.From), Frame.Top, X(Band.Until) - X(Band.From), frame.Bottom - Frame.Top);
        Frame.DrawHead(canvas, Title, Series.Select(one => one.Name));
        Axis.Draw(canvas, frame);
        canvas.Words("note", (X(Band.From) + X(Band.Until)) / 2, Frame.Top + 16, "middle", BandName);
        for (var minute = 0; minute <= minutes; minute += MinutesBetweenMarks)
        {
            canvas.Words("note", X(minute), frame.Bottom + 18, "middle", minute.ToString(CultureInfo.InvariantCulture));
        }

        for (var series = 0; series < Series.Count; series++)
        {
            canvas.Path($"line{series}", Series[series].Values.Select((value, minute) => (X(minute + 0.5), frame.Y(value / Axis.Most))));
        }

        frame.DrawFoot(canvas, Below);
        return canvas.ToString();

        double X(double minute) => Frame.Left + (minute / minutes * (frame.Right - Frame.Left));
    }
}

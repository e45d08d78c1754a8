namespace SharedBudgets.Simulation.Drawing;

/// <summary>Where a plot stands on its drawing; and what stands above it.</summary>
/// <param name="Width">The drawing's, in pixels.</param>
/// <param name="Height">The drawing's, in pixels.</param>
internal sealed record Frame(int Width, int Height)
{
    public const double Left = 70;
    public const double Top = 78;

    private const int LegendTop = 46;
    private const int LegendMark = 12;

    /// <summary>Wide enough for a letter of most fonts.</summary>
    private const double WidthOfLetter = 7.4;

    public double Right => Width - 20;

    public double Bottom => Height - 52;

    public double Y(double part) => Bottom - (part * (Bottom - Top));

    /// <summary>Writes the title and what the colours stand for.</summary>
    public static void DrawHead(Canvas canvas, string title, IEnumerable<string> series)
    {
        canvas.Words("title", Left, 26, "start", title);
        var x = Left;
        foreach (var (name, index) in series.Select((name, index) => (name, index)))
        {
            canvas.Box($"bar{index}", x, LegendTop, LegendMark, LegendMark);
            canvas.Words("", x + LegendMark + 5, LegendTop + LegendMark - 1, "start", name);
            x += LegendMark + 22 + (name.Length * WidthOfLetter);
        }
    }

    public void DrawFoot(Canvas canvas, string below) => canvas.Words("note", (Left + Right) / 2, Height - 12, "middle", below);
}

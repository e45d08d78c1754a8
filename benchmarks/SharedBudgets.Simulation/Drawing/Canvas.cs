using System.Globalization;
using System.Text;

namespace SharedBudgets.Simulation.Drawing;

/// <summary>A drawing in the making: lines, boxes and words of an SVG.</summary>
internal sealed class Canvas
{
    private readonly StringBuilder _text = new();

    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="title">What it shows, also for those who can't see it.</param>
    public Canvas(int width, int height, string title)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title>\n")
            .Append(Palette.Style.ReplaceLineEndings("\n")).Append('\n');
        Box("ground", 0, 0, width, height);
    }

    public void Box(string style, double x, double y, double width, double height) =>
        _text.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"/>\n");

    public void Line(string style, double x1, double y1, double x2, double y2) =>
        _text.Append(CultureInfo.InvariantCulture, $"<line class=\"{style}\" x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"/>\n");

    public void Path(string style, IEnumerable<(double X, double Y)> points) =>
        _text.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{style}\" points=\"{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")))}\"/>\n");

    /// <param name="style">How it looks.</param>
    /// <param name="x">Where its anchor is.</param>
    /// <param name="y">Where its line is.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="words">What it says.</param>
    public void Words(string style, double x, double y, string anchor, string words) =>
        _text.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Escape(words)}</text>\n");

    /// <summary>Words that stand upright, read from below.</summary>
    public void UprightWords(string style, double x, double y, string words) =>
        _text.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" transform=\"translate({x:0.#} {y:0.#}) rotate(-90)\" text-anchor=\"middle\">{Escape(words)}</text>\n");

    public override string ToString() => _text + "</svg>\n";

    private static string Escape(string words) => words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}

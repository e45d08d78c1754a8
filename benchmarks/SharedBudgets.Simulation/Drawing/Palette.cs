namespace SharedBudgets.Simulation.Drawing;

/// <summary>The colours of a drawing. It has a ground of its own, so that it can be read on any page, light or dark.</summary>
internal static class Palette
{
    /// <summary>Told apart by people who see few colours, too: after Okabe and Ito.</summary>
    private static readonly (string Light, string Dark)[] Series =
    [
        ("#56b4e9", "#7cc7f2"),
        ("#0072b2", "#3f9bd8"),
        ("#009e73", "#2fc59a"),
        ("#e69f00", "#f0b53a"),
        ("#cc79a7", "#dd98bf"),
        ("#8c8c8c", "#a8a8a8"),
    ];

    public static string Style { get; } = $$"""
        <style>
        text { font: 13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #24292f }
        .title { font-size: 16px; font-weight: 600 }
        .note { fill: #57606a }
        .value { font-size: 10px; fill: #57606a }
        .ground { fill: #ffffff }
        .grid { stroke: #d8dee4; stroke-width: 1 }
        .axis { stroke: #57606a; stroke-width: 1 }
        .band { fill: #eaeef2 }
        {{Of(static colours => colours.Light)}}
        @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3 }
        .note, .value { fill: #9da7b3 }
        .ground { fill: #0d1117 }
        .grid { stroke: #2d333b }
        .axis { stroke: #9da7b3 }
        .band { fill: #1c2128 }
        {{Of(static colours => colours.Dark)}}
        }
        </style>
        """;

    private static string Of(Func<(string Light, string Dark), string> choose) => string.Join('\n', Series.Select((colours, index) =>
        $".bar{index} {{ fill: {choose(colours)} }} .line{index} {{ stroke: {choose(colours)}; stroke-width: 2.5; fill: none }}"));
}

using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace SieSmart.Analyzers.Tests.Compiling;

/// <summary>Source text in which <c>{|SIE1002:etag|}</c> marks where a diagnostic is expected.</summary>
internal sealed partial class MarkedSource
{
    private MarkedSource(string text, IReadOnlyList<Finding> expected) => (Text, Expected) = (text, expected);

    /// <summary>The text without marks.</summary>
    public string Text { get; }

    /// <summary>The diagnostics that are expected, in order.</summary>
    public IReadOnlyList<Finding> Expected { get; }

    /// <summary>Takes the marks out of a text.</summary>
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var expected = new List<(string Id, TextSpan Span)>();
        var end = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, end, mark.Index - end);
            var code = mark.Groups["code"].Value;
            expected.AddRange(mark.Groups["ids"].Value.Split(',').Select(id => (id, new TextSpan(text.Length, code.Length))));
            text.Append(code);
            end = mark.Index + mark.Length;
        }

        text.Append(marked, end, marked.Length - end);
        var source = SourceText.From(text.ToString());
        return new MarkedSource(text.ToString(), [.. expected.Select(finding => Finding.At(finding.Id, finding.Span, source))]);
    }

    [GeneratedRegex(@"\{\|(?<ids>SIE\d{4}(,SIE\d{4})*):(?<code>.*?)\|\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}

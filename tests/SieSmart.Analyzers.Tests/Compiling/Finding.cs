using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SieSmart.Analyzers.Tests.Compiling;

/// <summary>A diagnostic, as far as tests compare it.</summary>
internal sealed record Finding(int Line, int Column, string Id, string Code)
{
    /// <summary>Where a diagnostic is.</summary>
    public static Finding Of(Diagnostic diagnostic) =>
        At(diagnostic.Id, diagnostic.Location.SourceSpan, diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken));

    /// <summary>Where a span is.</summary>
    public static Finding At(string id, TextSpan span, SourceText text)
    {
        var start = text.Lines.GetLinePosition(span.Start);
        return new Finding(start.Line + 1, start.Character + 1, id, text.ToString(span));
    }

    /// <inheritdoc/>
    public override string ToString() => $"({Line},{Column}) {Id}: {Code}";
}

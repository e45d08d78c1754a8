using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Parity;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>The same document gives the same bytes, whoever builds it and wherever.</summary>
public sealed class DeterminismTests
{
    public static TheoryData<string> Documents => [.. ParityFiles.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Gives_the_same_text_in_every_culture(string document)
    {
        var here = Generate(document);
        var there = In(ForeignCulture(), () => Generate(document));

        Assert.NotEmpty(here);
        Assert.Equal(here, there);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Ends_lines_with_a_line_feed_alone(string document)
    {
        var windows = ParityRuns.Document(document, "Required") with { Text = ParityFiles.Document(document).ReplaceLineEndings("\r\n") };

        var sources = GeneratorRun.Of(TargetPlatform.Net100, windows).Sources;

        Assert.NotEmpty(sources);
        Assert.Equal(Generate(document), sources);
        Assert.All(sources.Values, source => Assert.DoesNotContain('\r', source));
        Assert.All(sources.Values, source => Assert.EndsWith("\n", source, StringComparison.Ordinal));
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_documents()
    {
        var proposals = ParityRuns.Document("proposals", "Required");
        var library = ParityRuns.Document("library", "Required");

        var sources = GeneratorRun.Of(TargetPlatform.Net100, proposals, library).Sources;

        Assert.NotEmpty(sources);
        Assert.Equal(sources, GeneratorRun.Of(TargetPlatform.Net100, library, proposals).Sources);
    }

    [Fact]
    public void Two_clients_in_one_project_compile()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, ParityRuns.Document("proposals", "Required"), ParityRuns.Document("library", "Required"));

        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.Compile());
    }

    [Fact]
    public void An_edit_of_code_generates_nothing_anew()
    {
        var run = ParityRuns.Guarded("proposals", TargetPlatform.Net100);

        Assert.NotEmpty(run.Sources);
        Assert.All(Reasons(run.After("class Added;")), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_of_a_comment_in_the_document_generates_nothing_anew()
    {
        var document = ParityRuns.Document("proposals", "Required");
        var run = GeneratorRun.Of(TargetPlatform.Net100, document);

        var edited = run.After(document with { Text = document.Text + "# the end\n" });

        Assert.NotEmpty(run.Sources);
        Assert.All(Reasons(edited), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{reason}"));
    }

    private static ImmutableSortedDictionary<string, string> Generate(string document) => ParityRuns.Guarded(document, TargetPlatform.Net100).Sources;

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run) =>
        from step in run.Result.TrackedOutputSteps
        from output in step.Value.SelectMany(runStep => runStep.Outputs)
        select output.Reason;

    /// <summary>Unlike the invariant culture in all that formatting asks of it, and there without culture data.</summary>
    private static CultureInfo ForeignCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = ";";
        culture.DateTimeFormat.ShortDatePattern = "d MMM yy";
        return culture;
    }

    private static T In<T>(CultureInfo culture, Func<T> action)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

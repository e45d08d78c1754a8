using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Preconditions;

namespace SieSmart.Generators.Tests.Incremental;

/// <summary>An edit re-runs what depends on it, and nothing else.</summary>
public sealed class RunReasonTests
{
    private const string Clients = "Clients";
    private const string Files = "Files";

    private static readonly GeneratorRun First = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document);

    [Fact]
    public void An_edit_of_CSharp_parses_and_prints_nothing()
    {
        var run = First.After("internal static class Unrelated;");

        Assert.All(Reasons(run, Clients), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Empty(Printed(run));
    }

    [Fact]
    public void A_comment_in_the_document_prints_nothing()
    {
        var run = First.After(FinanceApi.With("# A comment that moves every line.\n" + FinanceApi.Text));

        Assert.All(Reasons(run, Files), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.Empty(Printed(run));
    }

    [Fact]
    public void A_changed_schema_prints_its_own_file()
    {
        var run = First.After(FinanceApi.With(FinanceApi.Text.Replace("        name: { type: string }", "        name: { type: string }\n        phone: { type: string }", StringComparison.Ordinal)));

        Assert.Equal(["Client.Api.Models.Customer"], Modified(run));
        Assert.Single(Reasons(run, Files), reason => reason is not IncrementalStepRunReason.Unchanged);
        Assert.Single(Printed(run));
    }

    [Fact]
    public void An_added_path_prints_itself_and_the_way_there()
    {
        var path = """
              /rates:
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: string } } } } } }
            components:
            """;
        var run = First.After(FinanceApi.With(FinanceApi.Text.Replace("components:", path, StringComparison.Ordinal)));

        Assert.Equal(["Client.Api.Client", "Client.Api.ClientOperations", "Client.Api.Rates.RatesRequestBuilder"], Modified(run));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run, string step) =>
        run.Result.TrackedSteps[step].SelectMany(tracked => tracked.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> Printed(GeneratorRun run) =>
        run.Result.TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs).Select(output => output.Reason)
            .Where(reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    /// <summary>The hint names of the files that changed or are new; steps compare by position, so names tell better.</summary>
    private static IEnumerable<string> Modified(GeneratorRun run) =>
        run.Sources.Where(source => !First.Sources.TryGetValue(source.Key, out var before) || before != source.Value).Select(source => source.Key.Replace(".g.cs", "", StringComparison.Ordinal));
}

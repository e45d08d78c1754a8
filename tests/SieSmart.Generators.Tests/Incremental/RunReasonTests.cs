using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Preconditions;

namespace SieSmart.Generators.Tests.Incremental;

/// <summary>An edit re-runs what depends on it, and nothing else.</summary>
public sealed class RunReasonTests
{
    /// <summary>The step that parses.</summary>
    private const string Results = "Results";
    private const string Clients = "Clients";
    private const string Files = "Files";

    private static readonly GeneratorRun First = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document);

    [Fact]
    public void An_edit_of_CSharp_parses_and_prints_nothing()
    {
        var run = First.After("internal static class Unrelated;");

        Assert.All(Reasons(run, Results), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Empty(Printed(run));
    }

    [Fact]
    public void A_comment_in_the_document_prints_nothing()
    {
        var run = First.After(FinanceApi.With("# A comment that moves every line.\n" + FinanceApi.Text));

        Assert.All(Reasons(run, Clients), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Empty(Printed(run));
    }

    [Fact]
    public void A_comment_that_moves_diagnostics_reports_them_again_and_prints_nothing()
    {
        var talkative = FinanceApi.Text.Replace("x-suppress: [SIE2014, SIE2015]\n", "", StringComparison.Ordinal);
        var before = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.With(talkative));
        var after = before.After(FinanceApi.With("# A comment that moves every line.\n" + talkative));

        Assert.NotEmpty(before.Diagnostics);
        Assert.Equal(before.Diagnostics.Select(Line).Select(line => line + 1), after.Diagnostics.Select(Line));
        Assert.All(Reasons(after, Files), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal(before.Sources, after.Sources);

        static int Line(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line;
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

    [Fact]
    public void A_description_prints_the_file_that_bears_it()
    {
        var run = First.After(FinanceApi.With(FinanceApi.Text.Replace("    Customer:\n      type: object\n", "    Customer:\n      description: Who pays.\n      type: object\n", StringComparison.Ordinal)));

        Assert.Equal(["Client.Api.Models.Customer"], Modified(run));
        Assert.Single(Printed(run));
    }

    [Fact]
    public void A_removed_path_leaves_the_files_behind_it_alone()
    {
        var run = First.After(FinanceApi.With(FinanceApi.Text.Replace("/deals/{deal-id}/count", "/x-deals/{deal-id}/count", StringComparison.Ordinal).Replace("  /x-deals", "  x-deals", StringComparison.Ordinal)));

        Assert.Equal(["Client.Api.ClientOperations", "Client.Api.Deals.Item.DealItemRequestBuilder"], Modified(run));
        Assert.InRange(Printed(run).Count(), 2, 3);
    }

    [Fact]
    public void Metadata_that_stays_the_same_parses_nothing()
    {
        var run = First.AfterEditOfProject(FinanceApi.Document);

        Assert.All(Reasons(run, Results), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Empty(Printed(run));
    }

    [Fact]
    public void Changed_metadata_prints_what_it_is_about()
    {
        var run = First.AfterEditOfProject(FinanceApi.Document.With("Accessibility", "internal"));

        Assert.All(Reasons(run, Clients), reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
        // The table of operations was internal before.
        Assert.Equal(First.Sources.Keys.Select(Name).Where(name => name != "Client.Api.ClientOperations"), Modified(run));
    }

    [Fact]
    public void A_second_document_leaves_the_first_alone()
    {
        var second = new OpenApiDocument("/consumer/another.yaml", FinanceApi.Text).With("ClientName", "Another").With("Namespace", "Another");

        var run = First.AfterEditOfProject(FinanceApi.Document, second);

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], Reasons(run, Results));
        Assert.All(Modified(run), name => Assert.StartsWith("Another.", name, StringComparison.Ordinal));
        Assert.Equal(2 * First.Sources.Count, run.Sources.Count);
    }

    [Fact]
    public void A_reference_that_brings_nothing_of_interest_prints_nothing()
    {
        using var image = new MemoryStream();
        Assert.True(CSharpCompilation.Create("Other", options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).AddReferences(TargetPlatform.Net100.References).Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        var run = First.After(MetadataReference.CreateFromImage(image.ToArray()));

        Assert.All(Reasons(run, Results), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Empty(Printed(run));
    }

    [Fact]
    public void A_file_that_a_document_refers_to_generates_it_anew_and_another_does_not()
    {
        var root = FinanceApi.With(FinanceApi.Text.Replace("'#/components/schemas/Customer'", "'parts/customer.yaml'", StringComparison.Ordinal));
        var customer = new OpenApiDocument("/consumer/parts/customer.yaml", "type: object\nproperties: { name: { type: string } }\n").With("SourceItemGroup", "OpenApiDocument");
        var other = new OpenApiDocument("/consumer/parts/other.yaml", "type: object\n").With("SourceItemGroup", "OpenApiDocument");
        var first = GeneratorRun.Of(TargetPlatform.Net100, root, customer, other);

        var afterOther = first.After(other with { Text = "type: string\n" });
        var afterCustomer = first.After(customer with { Text = customer.Text.Replace("name:", "title:", StringComparison.Ordinal) });

        Assert.DoesNotContain(first.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.All(Reasons(afterOther, Results), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Empty(Printed(afterOther));
        Assert.Equal(["Client.Api.Models.Customer"], Modified(afterCustomer, first));
        Assert.Single(Printed(afterCustomer));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run, string step) =>
        run.Result.TrackedSteps[step].SelectMany(tracked => tracked.Outputs).Select(output => output.Reason);

    /// <summary>The shelves whose files are printed again. Steps that report diagnostics don't count: those move with the lines.</summary>
    private static IEnumerable<IncrementalStepRunReason> Printed(GeneratorRun run) =>
        Reasons(run, Files).Where(reason => reason is not (IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));

    /// <summary>The hint names of the files that changed or are new; steps compare by position, so names tell better.</summary>
    private static IEnumerable<string> Modified(GeneratorRun run, GeneratorRun? since = null) =>
        run.Sources.Where(source => !(since ?? First).Sources.TryGetValue(source.Key, out var before) || before != source.Value).Select(source => Name(source.Key));

    private static string Name(string hintName) => hintName.Replace(".g.cs", "", StringComparison.Ordinal);
}

using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Guards;
using SieSmart.Generators.Tests.Preconditions;

namespace SieSmart.Generators.Tests.Incremental;

/// <summary>Clients that others generated are looked for again when one may have changed, and not at each edit.</summary>
public sealed class GuardRunReasonTests
{
    private const string Guards = "Guards";
    private const string Before = "using System; namespace Own; internal static class Program { private static void Main() { Console.WriteLine(1); } }";

    private static readonly GeneratorRun Typing = ForeignClient.Guard(TargetPlatform.Net100, FinanceApi.Document, FinanceApi.Document).After(Before);

    [Theory]
    [InlineData("using System; namespace Own; internal static class Program { private static void Main() { Console.WriteLine(12); } }")]
    [InlineData("namespace Own; internal static class Program { private static int Other() => 2; private sealed class Nested; }")]
    public void Typing_elsewhere_looks_for_nothing(string edited)
    {
        var run = Typing.AfterEditOfLast(edited);

        Assert.All(Reasons(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal(Typing.Sources, run.Sources);
    }

    [Theory]
    [InlineData("global using System; namespace Own; internal static class Program;")]
    [InlineData("namespace Own; internal static class Program; internal sealed class Added;")]
    [InlineData("namespace Own; internal static partial class Program;")]
    [InlineData("namespace Other; internal static class Program;")]
    [InlineData("namespace Own; internal enum Program;")]
    public void What_may_change_a_client_is_looked_into(string edited) =>
        Assert.All(Reasons(Typing.AfterEditOfLast(edited)), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));

    [Fact]
    public void A_request_builder_that_somebody_is_writing_is_guarded_as_it_is_by_then()
    {
        const string Method =
            "public System.Threading.Tasks.Task<Api.Models.Deal?> PutAsync(Api.Models.Customer body, " +
            "System.Action<Microsoft.Kiota.Abstractions.RequestConfiguration<Microsoft.Kiota.Abstractions.DefaultQueryParameters>>? requestConfiguration = default, " +
            "System.Threading.CancellationToken cancellationToken = default) => throw null!;";
        var document = FinanceApi.With(FinanceApi.Text.Replace("/deals/{deal-id}/status", "/deals/{deal-id}/state", StringComparison.Ordinal));
        var empty = ForeignClient.Guard(TargetPlatform.Net100, FinanceApi.Document, document).After("namespace Api.Deals.Item.State { }");

        var begun = empty.AfterEditOfLast("namespace Api.Deals.Item.State { public class StateRequestBuilder { } }");
        var done = begun.AfterEditOfLast($"namespace Api.Deals.Item.State {{ public class StateRequestBuilder {{ {Method} }} }}");

        Assert.Equal(["SIE2041", "SIE2042", ""], new[] { empty, begun, done }.Select(run => string.Join(' ', run.Diagnostics.Select(diagnostic => diagnostic.Id))));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run) =>
        run.Result.TrackedSteps[Guards].SelectMany(step => step.Outputs).Select(output => output.Reason);
}

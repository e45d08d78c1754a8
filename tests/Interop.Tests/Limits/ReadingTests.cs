using System.Net;
using System.Reflection;
using Interop.Tests.Callers;
using Interop.Tests.Pinning;
using SecondOpinion;
using SieSmart.Runtime;
using SieSmart.Sandbox.Faults;
using TestSupport;

namespace Interop.Tests.Limits;

/// <summary>
/// What NSwag can't say of an answer. Where one of these turns red, NSwag has learned it: move it into the comparison.
/// </summary>
public sealed class ReadingTests
{
    private const int London = 1001;

    /// <summary>Then the target need not make ranges compile any more, either.</summary>
    [Theory]
    [InlineData("4XX")]
    [InlineData("5XX")]
    public void A_range_of_statuses_is_written_as_if_it_were_a_number_which_does_not_compile(string range)
    {
        var declared = RepositoryFiles.Read("spec/siesmart.openapi.yaml").Split($"'{range}':").Length - 1;
        var written = Locations.WrittenByNSwag.Split($"if (status_ == {range})").Length - 1;

        Assert.InRange(declared, 1, int.MaxValue);
        Assert.Equal(declared, written);
    }

    [Fact]
    public async Task ETag_and_trace_id_of_an_answer_are_headers_among_others()
    {
        await using var session = await Session.StartAsync();

        var created = await session.NSwagClient.CreateProposalAsync(
            new ProposalCreate { OfficeId = London }, TestContext.Current.CancellationToken);

        Assert.Equal(["Headers", "Result", "StatusCode"], PropertiesOf(created.GetType()));
        Assert.Equal(session.Sandbox.Requests[^1].ETag, created.Headers["ETag"].Single());
        Assert.False(created.Headers.ContainsKey("etag"), "The names of headers are looked up in any case now.");
        Assert.True(created.Headers.ContainsKey("X-B2B-TRACE-ID"));
    }

    [Fact]
    public async Task Trace_id_wait_and_the_words_for_people_of_an_error_have_to_be_looked_up()
    {
        await using var session = await Session.StartAsync();
        session.Sandbox.Faults.Enqueue(Fault.ServiceUnavailable(TimeSpan.FromSeconds(7)), times: 2);

        var theirs = await Assert.ThrowsAsync<ApiException<Error>>(
            () => session.NSwagClient.ListOfficesAsync(TestContext.Current.CancellationToken));
        var ours = await Assert.ThrowsAsync<ServiceUnavailableException>(
            () => session.OurClient.Common.Offices.GetAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(["Headers", "Response", "Result", "StatusCode"], PropertiesOf(theirs.GetType()).Except(PropertiesOf(typeof(Exception))));
        Assert.Equal("7", theirs.Headers["Retry-After"].Single());
        Assert.DoesNotContain(theirs.Result.UserMessage!, theirs.Message, StringComparison.Ordinal);

        Assert.Equal(TimeSpan.FromSeconds(7), ours.RetryAfter);
        Assert.Equal(session.Sandbox.Requests[^1].TraceId, ours.TraceId);
        Assert.Contains(theirs.Result.UserMessage!.TrimEnd('.'), ours.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_a_gateway_fails_after_it_was_carried_out_is_just_an_error_where_ours_is_in_doubt()
    {
        await using var session = await Session.StartAsync();
        session.Sandbox.Faults.Enqueue(Fault.Status(HttpStatusCode.BadGateway).AfterWrite(), times: 2);

        var theirs = await Assert.ThrowsAnyAsync<ApiException>(() => session.NSwagClient.CreateProposalAsync(
            new ProposalCreate { OfficeId = London }, TestContext.Current.CancellationToken));
        var ours = await Assert.ThrowsAsync<OutcomeUnknownException>(() => session.OurClient.Proposals.Proposal.PostAsync(
            new SieSmart.Models.ProposalCreate { OfficeId = London }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((502, 502), (theirs.StatusCode, ours.ResponseStatusCode));
    }

    [Fact]
    public void Known_values_have_no_constants_and_inferred_members_no_mark()
    {
        var types = typeof(SecondOpinionClient).Assembly.GetTypes().Where(type => type.Namespace == "SecondOpinion").ToList();

        Assert.DoesNotContain(types, type => type.Name is "Decision_decisionStatus" or "DecisionStatus" or "DecisionDecisionStatus");
        Assert.Equal(typeof(string), typeof(Decision).GetProperty(nameof(Decision.DecisionStatus))!.PropertyType);
        Assert.DoesNotContain(types.SelectMany(type => type.GetMembers()), IsExperimental);
        Assert.Contains(typeof(SieSmart.Models.Customer).GetMembers(), IsExperimental);

        static bool IsExperimental(MemberInfo member) =>
            member.IsDefined(typeof(System.Diagnostics.CodeAnalysis.ExperimentalAttribute), inherit: false);
    }

    [Fact]
    public void What_the_server_sends_is_a_type_without_an_operation()
    {
        Assert.NotNull(typeof(NotificationDelivery).GetProperty(nameof(NotificationDelivery.EventType)));
        Assert.DoesNotContain(
            typeof(SecondOpinionClient).GetMethods(),
            method => method.Name.Contains("Receive", StringComparison.Ordinal));
    }

    private static IEnumerable<string> PropertiesOf(Type type) => type.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal);
}

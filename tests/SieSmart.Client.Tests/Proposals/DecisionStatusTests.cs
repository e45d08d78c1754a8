using SieSmart.Models;

namespace SieSmart.Client.Tests.Proposals;

public sealed class DecisionStatusTests
{
    [Theory]
    [InlineData(Decision_decisionStatus.Accepted, true, false, false)]
    [InlineData(Decision_decisionStatus.Declined, true, false, false)]
    [InlineData(Decision_decisionStatus.Pending, false, true, false)]
    [InlineData(Decision_decisionStatus.NotAvailable, false, true, false)]
    [InlineData(null, false, true, false)]
    [InlineData("MORE_INFORMATION_NEEDED", false, false, true)]
    [InlineData("MORE_INFORMATION", false, false, true)]
    [InlineData("WITHDRAWN", false, false, false)]
    public void Tells_decided_from_waiting_and_from_what_only_a_person_can_answer(string? value, bool isDecided, bool isWaiting, bool needsMoreInformation)
    {
        var status = new DecisionStatus(value);

        Assert.Equal((isDecided, isWaiting, needsMoreInformation), (status.IsDecided, status.IsWaiting, status.NeedsMoreInformation));
        Assert.Equal(value ?? string.Empty, status.ToString());
    }

    [Fact]
    public void Has_a_name_for_each_value_that_the_description_knows() => Assert.Equal(
        [Decision_decisionStatus.NotAvailable, Decision_decisionStatus.Pending, Decision_decisionStatus.Accepted, Decision_decisionStatus.Declined],
        new[] { DecisionStatus.NotAvailable, DecisionStatus.Pending, DecisionStatus.Accepted, DecisionStatus.Declined }.Select(status => status.Value));
}

using DirectJson.Tests.Clients;
using DirectJson.Tests.Deviations;
using DirectJson.Tests.Equivalence;

namespace DirectJson.Tests;

/// <summary>What differs from Kiota on purpose does, just as the list says.</summary>
public sealed class IntendedDeviationTests
{
    public static TheoryData<string> Names => [.. IntendedDeviations.All.Select(deviation => deviation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Differs_as_the_list_says(string name)
    {
        var deviation = IntendedDeviations.All.Single(deviation => string.Equals(deviation.Name, name, StringComparison.Ordinal));
        var client = ValueClient.OfSchema(deviation.Schema);

        Assert.Equal(deviation.Kiota, client.Through(JsonEngine.Kiota, deviation.Json));
        Assert.Equal(deviation.Direct, client.Through(JsonEngine.Direct, deviation.Json));
    }

    [Fact]
    public void Each_has_a_reason() => Assert.DoesNotContain(IntendedDeviations.All, deviation => string.IsNullOrWhiteSpace(deviation.Reason));
}

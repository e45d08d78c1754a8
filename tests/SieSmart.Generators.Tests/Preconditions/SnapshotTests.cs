using System.Text.RegularExpressions;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Preconditions;

/// <summary>What one request builder looks like in each mode, to be read and to be noticed when it changes.</summary>
public sealed class SnapshotTests(ITestOutputHelper output)
{
    private const string Builder = "Client.Api.Deals.Item.Customer.CustomerRequestBuilder";

    [Theory]
    [InlineData("None")]
    [InlineData("Warn")]
    [InlineData("Required")]
    public void A_guarded_request_builder_looks_like_its_snapshot(string mode)
    {
        var sources = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document.With("Preconditions", mode)).Sources;
        var actual = string.Join("\n", sources.Where(source => source.Key.StartsWith(Builder, StringComparison.Ordinal)).Select(source => $"// {source.Key}\n{source.Value}"));
        actual = Regex.Replace(actual, @"(?<=""SieSmart\.Generators"", "")[^""]+", "VERSION", RegexOptions.None, TimeSpan.FromSeconds(1));
        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Preconditions", "Snapshots", mode + ".txt"));

        output.WriteLine($"If the change is wanted, put this into Preconditions/Snapshots/{mode}.txt:\n{actual}");
        Assert.Equal(expected, actual);
    }
}

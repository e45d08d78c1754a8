using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests;

/// <summary>Where nothing is wrong, or nobody can tell, nothing is said.</summary>
public sealed class SilenceTests
{
    public static TheoryData<string> Sources => [.. SilentSources.Names];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Says_nothing_of(string source) =>
        Assert.Equal("", string.Join('\n', (await Consumer.AnalyzeAsync(SilentSources.Read(source))).Select(Finding.Of)));
}

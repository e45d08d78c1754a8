using Parity.Tests.Differences;
using Parity.Tests.Inputs;

namespace Parity.Tests;

/// <summary>What differs on purpose is told to users, and belongs to a document that shows it.</summary>
public sealed class IntendedDifferenceTests
{
    [Fact]
    public void Each_is_about_a_document() =>
        Assert.Empty(IntendedDifferences.All.Select(difference => difference.Document).Except(ParityDocuments.All.Select(document => document.Name), StringComparer.Ordinal));

    [Fact]
    public void Each_has_a_row_in_the_documentation() =>
        Assert.Empty(IntendedDifferences.All.Select(difference => difference.Row).Except(IntendedDifferences.Rows, StringComparer.Ordinal));

    [Fact]
    public void Each_has_a_reason() => Assert.DoesNotContain(IntendedDifferences.All, difference => string.IsNullOrWhiteSpace(difference.Reason));
}

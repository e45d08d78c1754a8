using SieSmart.Generators.Tests.Parity.Scoring;

namespace SieSmart.Generators.Tests.Parity;

public sealed class SurfaceScoreTests
{
    public static TheoryData<string> Documents => [.. ParityFiles.Documents];

    [Fact]
    public void Counts_lines_of_each_kind_as_sets()
    {
        var score = SurfaceScore.Compare(
            expected: "obsolete type A class\nprop A.X : int {get;}\nprop A.Y : int {get;}\ntype B class\n",
            actual: "prop A.Y : int {get;}\nprop A.Z : int {get;}\ntype B class\ntype B class\n");

        Assert.Equal(
            [new KindScore("obsolete type", 0, 1, 0), new KindScore("prop", 1, 1, 1), new KindScore("type", 1, 0, 0)],
            score.Kinds);
        Assert.Equal(["obsolete type A class", "prop A.X : int {get;}"], score.Missing);
        Assert.Equal(["prop A.Z : int {get;}"], score.Extra);
        Assert.Equal(0.5, score.Current.Jaccard);
        Assert.Equal(0, score.Obsolete.Jaccard);
        Assert.Equal(0.4, score.Overall.Jaccard);
    }

    [Fact]
    public void Scores_one_where_there_is_nothing_to_compare() =>
        Assert.Equal(1, SurfaceScore.Compare("", "").Overall.Jaccard);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Goldens_are_sorted_sets_of_lines_that_match_themselves(string document)
    {
        foreach (var golden in (string[])[ParityFiles.Golden(document), ParityFiles.BackwardCompatibleGolden(document)])
        {
            var lines = golden.Split('\n')[..^1];

            Assert.EndsWith("\n", golden, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', golden);
            Assert.Equal([.. lines.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], lines);
            Assert.Equal(1, SurfaceScore.Compare(golden, golden).Overall.Jaccard);
        }
    }
}

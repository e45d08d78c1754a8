namespace SieSmart.Generators.Tests.Parity.Scoring;

/// <summary>How many lines of a kind two surfaces share, and how many only one of them has.</summary>
internal readonly record struct KindScore(string Kind, int Matched, int Missing, int Extra)
{
    /// <summary>Between 0 and 1; 1 where neither side has a line.</summary>
    public double Jaccard => Matched + Missing + Extra == 0 ? 1 : (double)Matched / (Matched + Missing + Extra);

    public static KindScore Sum(string kind, IEnumerable<KindScore> scores) =>
        scores.Aggregate(new KindScore(kind, 0, 0, 0), (sum, score) => sum with
        {
            Matched = sum.Matched + score.Matched,
            Missing = sum.Missing + score.Missing,
            Extra = sum.Extra + score.Extra,
        });
}

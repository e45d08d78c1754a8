namespace SharedBudgets.Simulation.Chance;

/// <summary>Times of which so many are shorter: straight lines between the points that are known.</summary>
/// <param name="Points">By rising parts, from 0 to 1.</param>
internal sealed record Quantiles(IReadOnlyList<(double Part, TimeSpan Time)> Points)
{
    public TimeSpan Next(Dice dice) => At(dice.Next());

    /// <summary>What a part of them, 0 to 1, is shorter than.</summary>
    public TimeSpan At(double part)
    {
        for (var index = 1; index < Points.Count; index++)
        {
            var ((lower, shorter), (upper, longer)) = (Points[index - 1], Points[index]);
            if (part <= upper)
            {
                return shorter + TimeSpan.FromTicks((long)((part - lower) / (upper - lower) * (longer - shorter).Ticks));
            }
        }

        return Points[^1].Time;
    }
}

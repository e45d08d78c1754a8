namespace SieSmart.Pipeline.Tracing;

/// <summary>A budget that is told of for as long as somebody uses it. Thread-safe.</summary>
internal interface IWatchedBudget
{
    /// <summary>How it stands now; null when its user has ended.</summary>
    BudgetReading? Read();
}

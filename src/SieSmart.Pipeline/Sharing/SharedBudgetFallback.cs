namespace SieSmart.Pipeline.Sharing;

/// <summary>What a process does while its shared budget can't be asked.</summary>
public enum SharedBudgetFallback
{
    /// <summary>
    /// It goes on with its share: the limit divided by the number of processes that were there last, or by ten if it never learned how many.
    /// For the first window it counts on no more than what was left. Others that can ask still know nothing of it, so the server may refuse a request.
    /// </summary>
    LocalShare,

    /// <summary>It sends nothing. Callers wait for as long as they may.</summary>
    None,
}

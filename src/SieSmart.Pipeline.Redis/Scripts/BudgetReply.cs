namespace SieSmart.Pipeline.Redis.Scripts;

/// <summary>The codes that the script answers with.</summary>
internal enum BudgetReply
{
    NotYet = 0,
    Granted = 1,
    OtherLimit = 2,
    OtherVersion = 3,
}

namespace SieSmart.Pipeline.PostgreSql;

/// <summary>The codes that the function answers with.</summary>
internal enum BudgetReply
{
    NotYet = 0,
    Granted = 1,
    OtherLimit = 2,
}

using SieSmart.Pipeline.Sharing;

namespace SieSmart.Pipeline.PostgreSql;

/// <summary>How programs share a limit through PostgreSQL.</summary>
public sealed class PostgreSqlBudgetOptions : SharedBudgetOptions
{
    /// <summary>Where the tables are; <see cref="PostgreSqlBudgetSchema.DefaultName"/> by default. Lower-case letters, digits and underscores.</summary>
    public string Schema { get; set; } = PostgreSqlBudgetSchema.DefaultName;

    /// <summary>
    /// Whether to make the tables, or bring them to this version, with the first question; false by default. Needs the right to create a
    /// schema. Without it, run the SQL of <see cref="PostgreSqlBudgetSchema.Script"/> before.
    /// </summary>
    public bool CreateSchema { get; set; }
}

using SieSmart.Pipeline.Sharing.Counting;

namespace SieSmart.Pipeline.Sqlite.Storage;

/// <summary>The permits in the file, within a transaction.</summary>
internal sealed class DatabaseLedger : IPermitLedger
{
    private readonly BudgetDatabase _database;

    public DatabaseLedger(BudgetDatabase database)
    {
        _database = database;
        using var reader = database.Command("SELECT permits, window, last, cold_until, paused_until, lowered, rises_from, spaced_until, interactive_until, bulk_until, turns FROM book").ExecuteReader();
        reader.Read();
        Book = new BudgetBook
        {
            Permits = reader.GetInt64(0),
            Window = reader.GetInt64(1),
            Last = reader.GetInt64(2),
            ColdUntil = reader.GetInt64(3),
            PausedUntil = reader.GetInt64(4),
            Lowered = reader.GetInt64(5),
            RisesFrom = reader.GetInt64(6),
            SpacedUntil = reader.GetInt64(7),
            InteractiveUntil = reader.GetInt64(8),
            BulkUntil = reader.GetInt64(9),
            Turns = reader.GetInt64(10),
        };
    }

    public BudgetBook Book { get; }

    public long Answered => Number("SELECT count(*) FROM answered") ?? 0;

    public long Leased => Number("SELECT count(*) FROM lease") ?? 0;

    public long? FirstLeaseEnd => Number("SELECT min(ends) FROM lease");

    public int CountProcesses(long since) => (int)(Number("SELECT count(*) FROM process WHERE seen >= $a", since) ?? 0);

    public long FreeAt(long index) => Number("SELECT free_at FROM answered ORDER BY free_at LIMIT 1 OFFSET $a", index) ?? 0;

    public void Touch(long process, long now) => Run("INSERT INTO process VALUES ($a, $b) ON CONFLICT (id) DO UPDATE SET seen = $b", process, now);

    public void Expire(long now)
    {
        Run("DELETE FROM answered WHERE free_at <= $a", now);
        Run("DELETE FROM lease WHERE ends <= $a", now);
        Run("DELETE FROM process WHERE seen < $a", now - (2 * Book.Window));
    }

    public void AddLease(long id, long end) => Run("INSERT INTO lease VALUES ($a, $b)", id, end);

    public bool RemoveLease(long id) => Run("DELETE FROM lease WHERE id = $a", id) > 0;

    public void AddAnswered(long freeAt) => Run("INSERT INTO answered VALUES ($a)", freeAt);

    public void Clear()
    {
        Run("DELETE FROM answered");
        Run("DELETE FROM lease");
        Run("DELETE FROM process");
    }

    /// <summary>Keeps what the book says now.</summary>
    public void Save() =>
        Run(
            """
            UPDATE book SET permits = $a, window = $b, last = $c, cold_until = $d, paused_until = $e, lowered = $f, rises_from = $g, spaced_until = $h,
                interactive_until = $i, bulk_until = $j, turns = $k
            """,
            Book.Permits,
            Book.Window,
            Book.Last,
            Book.ColdUntil,
            Book.PausedUntil,
            Book.Lowered,
            Book.RisesFrom,
            Book.SpacedUntil,
            Book.InteractiveUntil,
            Book.BulkUntil,
            Book.Turns);

    private long? Number(string sql, params ReadOnlySpan<long> values) => _database.Command(sql, values).ExecuteScalar() as long?;

    private int Run(string sql, params ReadOnlySpan<long> values) => _database.Command(sql, values).ExecuteNonQuery();
}

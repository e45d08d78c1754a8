using System.Globalization;
using CrmPortal.SigningIn;
using Microsoft.Data.Sqlite;
using SieSmart.Client;
using SieSmart.Models;
using SieSmart.Runtime;

namespace CrmPortal.Book;

/// <summary>
/// The broker's own table of proposals, in an SQLite file, and so the journal of what was sent: a draft's id is its key. Thread-safe.
/// </summary>
internal sealed class ProposalBook : IProposalJournal
{
    private const string Columns = "draft, state, proposal_id, label, customer, amount, currency, office_id, decision, seen_at, trace_id, saved_by, saved_at";
    private const int UniqueConstraint = 19;

    // Each is run once for a file, in this order: what is there already is only ever added to.
    private static readonly IReadOnlyList<string> Schema =
    [
        """
        CREATE TABLE IF NOT EXISTS entry (
            draft TEXT PRIMARY KEY, state TEXT NOT NULL, proposal_id INTEGER UNIQUE, label TEXT NOT NULL,
            customer TEXT NOT NULL, amount TEXT NOT NULL, seen_at TEXT NOT NULL, trace_id TEXT)
        """,
        """
        ALTER TABLE entry ADD COLUMN currency TEXT NOT NULL DEFAULT '';
        ALTER TABLE entry ADD COLUMN office_id INTEGER;
        ALTER TABLE entry ADD COLUMN decision TEXT;
        ALTER TABLE entry ADD COLUMN saved_by TEXT;
        ALTER TABLE entry ADD COLUMN saved_at TEXT
        """,
    ];

    private readonly string _connectionString;
    private readonly TimeProvider _timeProvider;

    /// <exception cref="SqliteException">The file can't be opened, or is no SQLite file.</exception>
    public ProposalBook(string file, TimeProvider timeProvider)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file }.ToString();
        _timeProvider = timeProvider;
        for (var version = Version(); version < Schema.Count; version++)
        {
            Execute(string.Create(CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE; {Schema[version]}; PRAGMA user_version = {version + 1}; COMMIT"));
        }
    }

    /// <summary>All entries, the newest first.</summary>
    public IReadOnlyList<BookEntry> List() => Query($"SELECT {Columns} FROM entry ORDER BY rowid DESC");

    public BookEntry? Find(long proposalId) =>
        Query($"SELECT {Columns} FROM entry WHERE proposal_id = $id", ("$id", proposalId)).SingleOrDefault();

    public BookEntry? Find(Guid draft) =>
        Query($"SELECT {Columns} FROM entry WHERE draft = $draft", ("$draft", draft.ToString())).SingleOrDefault();

    /// <summary>Notes that a create is about to leave. False if that was noted before: a form that is sent twice must not create two proposals.</summary>
    Task<bool> IProposalJournal.TryBeginAsync(string key, ProposalCreate proposal, CancellationToken cancellationToken)
    {
        var summary = ProposalSummary.Of(proposal);
        try
        {
            Execute(
                $"INSERT INTO entry ({Columns}) VALUES ($draft, $state, NULL, $label, $customer, $amount, $currency, $office, NULL, $now, NULL, NULL, NULL)",
                [("$draft", key), ("$state", nameof(EntryState.Sending)), ("$now", Now()), .. Values(summary)]);
            return Task.FromResult(true);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == UniqueConstraint)
        {
            return Task.FromResult(false);
        }
    }

    Task IProposalJournal.CompleteAsync(string key, Proposal created)
    {
        Complete(Guid.Parse(key), created);
        return Task.CompletedTask;
    }

    Task IProposalJournal.WithdrawAsync(string key, Exception why)
    {
        Remove(Guid.Parse(key));
        return Task.CompletedTask;
    }

    Task IProposalJournal.DoubtAsync(string key, Exception why)
    {
        Execute(
            "UPDATE entry SET state = $state, trace_id = $trace WHERE draft = $draft",
            ("$draft", key),
            ("$state", nameof(EntryState.Unknown)),
            ("$trace", (object?)(why as SieSmartException)?.TraceId ?? DBNull.Value));
        return Task.CompletedTask;
    }

    /// <summary>Notes that a draft has become a proposal. Whatever had its number before is gone: SieSmart was emptied.</summary>
    public void Complete(Guid draft, Proposal proposal)
    {
        // One transaction: the number is never nobody's and never two entries'.
        Execute(
            """
            BEGIN IMMEDIATE;
            UPDATE entry SET state = $gone, proposal_id = NULL WHERE proposal_id = $id AND draft <> $draft;
            UPDATE entry SET state = $state, proposal_id = $id, trace_id = NULL WHERE draft = $draft;
            COMMIT
            """,
            ("$draft", draft.ToString()),
            ("$gone", nameof(EntryState.Gone)),
            ("$state", nameof(EntryState.Created)),
            ("$id", proposal.ProposalId!.Value));
        Note(proposal);
    }

    /// <summary>Notes what a proposal looks like now.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="savedBy">Who has just saved it; null if it was only looked at.</param>
    public void Note(Proposal proposal, DemoUser? savedBy = null)
    {
        var summary = ProposalSummary.Of(proposal);
        var id = proposal.ProposalId!.Value;
        Execute(
            """
            UPDATE entry SET label = $label, customer = $customer, amount = $amount, currency = $currency, office_id = $office, decision = $decision, seen_at = $now
            WHERE proposal_id = $id
            """,
            [("$id", id), ("$now", Now()), ("$decision", (object?)summary.Decision ?? DBNull.Value), .. Values(summary)]);
        if (savedBy is not null)
        {
            Execute("UPDATE entry SET saved_by = $who, saved_at = $now WHERE proposal_id = $id", ("$id", id), ("$who", savedBy.Name), ("$now", Now()));
        }
    }

    /// <summary>Notes that nobody knows what became of all that was on its way: at the start, that is what an earlier run left behind.</summary>
    public void DoubtWhatWasOnItsWay() => Execute(
        "UPDATE entry SET state = $unknown WHERE state = $sending",
        ("$unknown", nameof(EntryState.Unknown)),
        ("$sending", nameof(EntryState.Sending)));

    public void Remove(Guid draft) => Execute("DELETE FROM entry WHERE draft = $draft", ("$draft", draft.ToString()));

    private static (string Name, object Value)[] Values(ProposalSummary summary) =>
    [
        ("$label", summary.Label), ("$customer", summary.Customer), ("$amount", summary.Amount), ("$currency", summary.Currency),
        ("$office", (object?)summary.OfficeId ?? DBNull.Value),
    ];

    private int Version()
    {
        using var connection = Open();
        using var command = Command(connection, "PRAGMA user_version", []);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private string Now() => _timeProvider.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private void Execute(string statement, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var connection = Open();
        using var command = Command(connection, statement, parameters);
        command.ExecuteNonQuery();
    }

    private List<BookEntry> Query(string statement, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var connection = Open();
        using var command = Command(connection, statement, parameters);
        using var reader = command.ExecuteReader();
        var entries = new List<BookEntry>();
        while (reader.Read())
        {
            entries.Add(new BookEntry(
                Guid.Parse(reader.GetString(0)),
                Enum.Parse<EntryState>(reader.GetString(1)),
                reader.IsDBNull(2) ? null : reader.GetInt64(2),
                new ProposalSummary(
                    reader.GetString(3),
                    reader.GetString(4),
                    reader.GetString(5),
                    reader.GetString(6),
                    reader.IsDBNull(7) ? null : reader.GetInt32(7),
                    Text(reader, 8)),
                Time(reader.GetString(9)),
                Text(reader, 10),
                Text(reader, 11),
                Text(reader, 12) is { } savedAt ? Time(savedAt) : null));
        }

        return entries;
    }

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string statement, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // All statements are constants of this file.
        command.CommandText = statement;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}

using System.Text.RegularExpressions;
using Npgsql;

namespace SieSmart.Pipeline.PostgreSql;

/// <summary>The tables and functions that shared budgets and tokens need in a database.</summary>
public static partial class PostgreSqlBudgetSchema
{
    /// <summary>The name of the schema by default.</summary>
    public const string DefaultName = "siesmart";

    /// <summary>The version of <see cref="Script"/>.</summary>
    internal const long Version = 2;

    /// <summary>The version that has the tables of budgets.</summary>
    internal const long VersionOfBudgets = 1;

    /// <summary>The version that has the table of tokens.</summary>
    internal const long VersionOfTokens = 2;

    /// <summary>The SQL that makes them, or brings them to this version: for those who don't let programs do it. May be run again.</summary>
    /// <param name="schema">The schema; <see cref="DefaultName"/> by default. 1 to 63 lower-case letters, digits and underscores, no digit first.</param>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="schema"/> is no such name.</exception>
    public static string Script(string schema = DefaultName)
    {
        using var stream = typeof(PostgreSqlBudgetSchema).Assembly.GetManifestResourceStream("schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("{schema}", Checked(schema), StringComparison.Ordinal);
    }

    /// <summary>Makes them, or brings them to this version. Needs the right to create a schema.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="schema">The schema; <see cref="DefaultName"/> by default.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="dataSource"/> or <paramref name="schema"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="schema"/> is no such name.</exception>
    /// <exception cref="NpgsqlException">The database can't be reached, or refuses it.</exception>
    public static async Task CreateAsync(NpgsqlDataSource dataSource, string schema = DefaultName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        var script = Script(schema);
        var connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var command = new NpgsqlCommand(script, connection);
            await using (command.ConfigureAwait(false))
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Makes sure that the tables are there.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="schema">The schema, checked.</param>
    /// <param name="needed">The version that is needed.</param>
    /// <param name="creates">Whether to make them, or bring them to this version.</param>
    /// <param name="refuse">Makes the exception for tables of a newer version, which it is given.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidOperationException">They are not there.</exception>
    internal static async Task PrepareAsync(NpgsqlDataSource dataSource, string schema, long needed, bool creates, Func<long, Exception> refuse, CancellationToken cancellationToken)
    {
        var stored = await ReadVersionAsync(dataSource, schema, cancellationToken).ConfigureAwait(false);
        if (stored > Version)
        {
            throw refuse(stored);
        }

        if (creates)
        {
            await CreateAsync(dataSource, schema, cancellationToken).ConfigureAwait(false);
        }
        else if (stored < needed)
        {
            throw new InvalidOperationException(stored == 0
                ? $"The database has no tables for shared budgets in the schema '{schema}'. Run the SQL of PostgreSqlBudgetSchema.Script, or set PostgreSqlBudgetOptions.CreateSchema."
                : $"The tables for shared budgets in the schema '{schema}' are of an older version, without one for tokens. Run the SQL of PostgreSqlBudgetSchema.Script again, or set PostgreSqlBudgetOptions.CreateSchema.");
        }
    }

    /// <returns>The version of the tables; 0 if there are none.</returns>
    private static async Task<long> ReadVersionAsync(NpgsqlDataSource dataSource, string schema, CancellationToken cancellationToken)
    {
        try
        {
            var command = dataSource.CreateCommand($"SELECT version FROM {schema}.version");
            await using (command.ConfigureAwait(false))
            {
                return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long version ? version : 0;
            }
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return 0;
        }
    }

    /// <summary>The name, if it needs no quotes: it becomes a part of statements.</summary>
    internal static string Checked(string schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return Name().IsMatch(schema)
            ? schema
            : throw new ArgumentException("The schema of shared budgets must have 1 to 63 lower-case letters, digits and underscores, and no digit first.", nameof(schema));
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}\\z", RegexOptions.None, 1000)]
    private static partial Regex Name();
}

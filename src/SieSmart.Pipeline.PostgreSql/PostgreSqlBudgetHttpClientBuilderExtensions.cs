using Npgsql;
using SieSmart.Pipeline.PostgreSql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets clients share their limit through PostgreSQL.</summary>
public static class PostgreSqlBudgetHttpClientBuilderExtensions
{
    /// <summary>Lets a client share its limit with those of all programs that use the same database and schema.</summary>
    /// <param name="builder">What registered the client: the result of <c>AddSieSmartClient</c>, <c>AddOpenApiClient</c> or a generated method.</param>
    /// <param name="dataSource">The database, which stays its creator's to dispose of.</param>
    /// <param name="configure">Sets where the tables are, and which limit it is; null (the default) for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="dataSource"/> is null.</exception>
    /// <remarks>The limit is that of the client's own options, and all programs must name the same.</remarks>
    public static IHttpClientBuilder UsePostgreSqlBudget(this IHttpClientBuilder builder, NpgsqlDataSource dataSource, Action<PostgreSqlBudgetOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(dataSource);
        var options = new PostgreSqlBudgetOptions();
        configure?.Invoke(options);
        return builder.UseSharedBudget((_, limit) => new PostgreSqlSharedBudget(dataSource, limit, options.Schema, options.CreateSchema), options, _ => new PostgreSqlTokenStore(dataSource, options.Schema, options.CreateSchema));
    }
}

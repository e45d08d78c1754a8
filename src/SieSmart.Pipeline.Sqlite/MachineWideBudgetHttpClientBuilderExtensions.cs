using SieSmart.Pipeline.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets clients share their limit with the other programs of the machine.</summary>
public static class MachineWideBudgetHttpClientBuilderExtensions
{
    /// <summary>Lets a client share its limit with those of all programs that the same user runs on this machine, through an SQLite file.</summary>
    /// <param name="builder">What registered the client: the result of <c>AddSieSmartClient</c>, <c>AddOpenApiClient</c> or a generated method.</param>
    /// <param name="configure">Sets where the file is, and which limit it is; null (the default) for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>The limit is that of the client's own options, and all programs must name the same.</remarks>
    public static IHttpClientBuilder UseMachineWideBudget(this IHttpClientBuilder builder, Action<MachineWideBudgetOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new MachineWideBudgetOptions();
        configure?.Invoke(options);
        return builder.UseSharedBudget((_, limit) => new SqliteSharedBudget(limit, options.Directory), options, _ => new SqliteTokenStore(options.Directory));
    }
}

using System.Globalization;
using Npgsql;
using Requirements;
using SharedBudgets.Tests.Servers;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace SharedBudgets.Tests.Servers;

/// <summary>A PostgreSQL of the tests' own, started when it is first asked for. It refuses to run as root, so then another user runs it.</summary>
public sealed class PostgreSqlServer : IDisposable
{
    private const string User = "budgets";

    private readonly Lazy<Task<ServerProcess>> _server = new(StartNewAsync);

    /// <summary>Where it listens, and as whom one may come; skips the test where there is no PostgreSQL.</summary>
    public async Task<string> ConnectionStringAsync()
    {
        MachineRequirements.PostgreSql.PathOrSkip();
        return ConnectionStringOf(await _server.Value);
    }

    public void Dispose()
    {
        if (_server.IsValueCreated && _server.Value.IsCompletedSuccessfully)
        {
            _server.Value.Result.Dispose();
        }
    }

    internal static string ConnectionStringOf(ServerProcess server) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={server.Port};Username={User};Database=postgres;Timeout=2;Command Timeout=5;GSS Encryption Mode=Disable;SSL Mode=Disable");

    internal static async Task<ServerProcess> StartNewAsync()
    {
        var programs = MachineRequirements.PostgreSql.PathOrSkip();
        var directory = Directory.CreateTempSubdirectory("shared-budgets-postgresql-");
        var (port, data) = (ServerProcess.FindFreePort(), Path.Combine(directory.FullName, "data"));
        var prefix = AsAnotherUser(directory);
        string[] initdb = [.. prefix, Path.Combine(programs, "initdb"), "-D", data, "-U", User, "--auth=trust", "--no-locale", "-E", "UTF8", "--no-sync"];
        ServerProcess.Run(initdb[0], initdb[1..]);
        string[] postgres =
        [
            .. prefix, Path.Combine(programs, "postgres"), "-D", data, "-p", port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "shared_buffers=16MB", "-c", "max_connections=60",
        ];
        var server = new ServerProcess(postgres[0], postgres[1..], directory, port);
        await server.StartAsync(() => AnswersAsync(server));
        return server;
    }

    internal static async Task AnswersAsync(ServerProcess server)
    {
        await using var connection = new NpgsqlConnection(ConnectionStringOf(server) + ";Pooling=false");
        await connection.OpenAsync();
    }

    private static string[] AsAnotherUser(DirectoryInfo directory)
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            return [];
        }

        var user = File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
        ServerProcess.Run("chown", [user, directory.FullName]);
        return ["setpriv", "--reuid", user, "--clear-groups", "--"];
    }
}

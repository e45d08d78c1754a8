namespace SieSmart.Pipeline.Redis.Scripts;

/// <summary>The scripts that run in Redis.</summary>
internal static class EmbeddedScript
{
    /// <summary>That of budgets.</summary>
    public static string Budget { get; } = Read("budget.lua");

    /// <summary>That of tokens.</summary>
    public static string Token { get; } = Read("token.lua");

    private static string Read(string name)
    {
        using var stream = typeof(EmbeddedScript).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

using SieSmart.CodeFixes.Tests.Consuming;

namespace SieSmart.CodeFixes.Tests;

/// <summary>Secrets move from the source to configuration (SIE3001).</summary>
public sealed class LiteralSecretTests
{
    private const string Rule = "SIE3001";

    private const string Usings = "using System;\nusing Microsoft.Extensions.Configuration;\nusing SieSmart.Client;\n\n";

    [Theory]
    [InlineData(
        "public static class Consumer { public static SieSmartClientOptions Options => new() { ClientSecret = \"T0pS3cret\" }; }",
        "public static class Consumer { public static SieSmartClientOptions Options => new() { ClientSecret = Environment.GetEnvironmentVariable(\"SIESMART_CLIENT_SECRET\") }; }")]
    [InlineData(
        "public static class Consumer { public static void Run(SieSmartClientOptions options) => options.ClientSecret = /* ours */ \"T0pS3cret\"; }",
        "public static class Consumer { public static void Run(SieSmartClientOptions options) => options.ClientSecret = /* ours */ Environment.GetEnvironmentVariable(\"SIESMART_CLIENT_SECRET\"); }")]
    [InlineData(
        "public sealed class OtherClientOptions { public string ClientSecret { get; set; } = \"T0pS3cret\"; }",
        "public sealed class OtherClientOptions { public string ClientSecret { get; set; } = Environment.GetEnvironmentVariable(\"SIESMART_CLIENT_SECRET\") ?? throw new InvalidOperationException(\"The environment has no 'SIESMART_CLIENT_SECRET'. Set it to the client secret.\"); }")]
    public Task Reads_it_from_the_environment(string before, string after) => FixesAsync(before, after);

    [Theory]
    [InlineData(
        "public static class Consumer { public static void Run(SieSmartClientOptions options, IConfiguration configuration) => options.ClientSecret = \"T0pS3cret\"; }",
        "public static class Consumer { public static void Run(SieSmartClientOptions options, IConfiguration configuration) => options.ClientSecret = configuration[\"SieSmart:ClientSecret\"]; }")]
    [InlineData(
        "public sealed class Consumer(IConfigurationRoot settings) { public void Run(SieSmartClientOptions options) => options.ClientSecret = \"T0pS3cret\"; }",
        "public sealed class Consumer(IConfigurationRoot settings) { public void Run(SieSmartClientOptions options) => options.ClientSecret = settings[\"SieSmart:ClientSecret\"]; }")]
    [InlineData(
        "public sealed class Consumer(IConfiguration settings) { private readonly IConfiguration _settings = settings; public void Run(SieSmartClientOptions options) => options.ClientSecret = \"T0pS3cret\"; }",
        "public sealed class Consumer(IConfiguration settings) { private readonly IConfiguration _settings = settings; public void Run(SieSmartClientOptions options) => options.ClientSecret = _settings[\"SieSmart:ClientSecret\"]; }")]
    [InlineData(
        "public sealed class Builder { public IConfiguration Configuration { get; } = new ConfigurationBuilder().Build(); } public static class Consumer { public static void Run(SieSmartClientOptions options, Builder builder) => options.ClientSecret = \"T0pS3cret\"; }",
        "public sealed class Builder { public IConfiguration Configuration { get; } = new ConfigurationBuilder().Build(); } public static class Consumer { public static void Run(SieSmartClientOptions options, Builder builder) => options.ClientSecret = builder.Configuration[\"SieSmart:ClientSecret\"]; }")]
    [InlineData(
        "public sealed class OtherClientOptions { public string ClientSecret { get; set; } = \"\"; } public static class Consumer { public static void Run(OtherClientOptions options, IConfiguration configuration) => options.ClientSecret = \"T0pS3cret\"; }",
        "public sealed class OtherClientOptions { public string ClientSecret { get; set; } = \"\"; } public static class Consumer { public static void Run(OtherClientOptions options, IConfiguration configuration) => options.ClientSecret = configuration[\"SieSmart:ClientSecret\"] ?? throw new InvalidOperationException(\"The configuration has no 'SieSmart:ClientSecret'. Set it, for instance with 'dotnet user-secrets'.\"); }")]
    public Task Reads_it_from_configuration_that_is_at_hand(string before, string after) => FixesAsync(before, after);

    [Theory]
    [InlineData(
        "public sealed class Consumer { private readonly IConfiguration _settings = new ConfigurationBuilder().Build(); public IConfiguration Settings => _settings; public static void Run(SieSmartClientOptions options) => options.ClientSecret = \"T0pS3cret\"; }",
        "public sealed class Consumer { private readonly IConfiguration _settings = new ConfigurationBuilder().Build(); public IConfiguration Settings => _settings; public static void Run(SieSmartClientOptions options) => options.ClientSecret = Environment.GetEnvironmentVariable(\"SIESMART_CLIENT_SECRET\"); }")]
    public Task Does_not_read_configuration_that_is_out_of_reach(string before, string after) => FixesAsync(before, after);

    [Fact]
    public async Task Names_types_in_full_where_their_namespace_is_not_imported()
    {
        const string Before = "public static class Consumer { public static void Run(SieSmart.Client.SieSmartClientOptions options) => options.ClientSecret = \"T0pS3cret\"; }";
        const string After = "public static class Consumer { public static void Run(SieSmart.Client.SieSmartClientOptions options) => options.ClientSecret = System.Environment.GetEnvironmentVariable(\"SIESMART_CLIENT_SECRET\"); }";

        Assert.Equal(After, await (await ConsumerProject.Of(Apis.Required, Before).FixAsync(Rule)).TextAsync());
    }

    [Fact]
    public Task Takes_a_constant_out_of_the_source() => FixesAsync(
        "public static class Consumer\n{\n    private const string Secret = \"T0pS3cret\";\n\n    public static void Run(SieSmartClientOptions options) => options.ClientSecret = Secret;\n}\n",
        "public static class Consumer\n{\n\n    public static void Run(SieSmartClientOptions options) => options.ClientSecret = Environment.GetEnvironmentVariable(\"SIESMART_CLIENT_SECRET\");\n}\n");

    [Theory]
    [InlineData("public static class Consumer { public const string Secret = \"T0pS3cret\"; public static void Run(SieSmartClientOptions options) => options.ClientSecret = Secret; }")]
    [InlineData("public static class Consumer { private const string Secret = \"T0pS3cret\"; public static void Run(SieSmartClientOptions options) { options.ClientSecret = Secret; Console.WriteLine(Secret); } }")]
    [InlineData("public sealed class OtherClientOptionsAttribute : Attribute { public string? ClientSecret { get; set; } } [OtherClientOptions(ClientSecret = \"T0pS3cret\")] public static class Consumer;")]
    public async Task Offers_nothing_where_the_secret_would_stay_or_must_be_constant(string source) =>
        Assert.Empty(await ConsumerProject.Of(Apis.Required, Usings + source).OfferedAsync(Rule));

    [Fact]
    public async Task Moves_all_of_them_at_once()
    {
        var project = ConsumerProject.Of(
            Apis.Required,
            Usings + "public static class Consumer { public static void Run(SieSmartClientOptions one, SieSmartClientOptions two, IConfiguration configuration) { one.ClientSecret = \"T0pS3cret\"; two.ClientSecret = \"S3cond\"; } }");

        var moved = (await project.FixAllAsync(Rule))!;

        Assert.Empty(await moved.FindAsync(Rule));
        Assert.Empty(await moved.CompileAsync());
        Assert.Contains("one.ClientSecret = configuration[\"SieSmart:ClientSecret\"]; two.ClientSecret = configuration[\"SieSmart:ClientSecret\"];", await moved.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task FixesAsync(string before, string after)
    {
        var project = await ConsumerProject.Of(Apis.Required, Usings + before).FixAsync(Rule);

        Assert.Equal(Usings + after, await project.TextAsync());
        Assert.Empty(await project.FindAsync(Rule));
        Assert.Empty(await project.CompileAsync());
    }
}

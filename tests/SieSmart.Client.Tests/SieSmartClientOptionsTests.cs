using Microsoft.Extensions.Options;

namespace SieSmart.Client.Tests;

public sealed class SieSmartClientOptionsTests
{
    private const string Secret = "s3cr3t-of-the-broker";

    [Fact]
    public void Start_in_the_test_environment_with_what_the_api_allows()
    {
        var options = new SieSmartClientOptions();

        Assert.Equal(SieSmartEnvironment.Test, options.Environment);
        Assert.Equal(100, options.RequestsPerMinute);
        Assert.Equal("https://api.siesmart.com/b2b", options.Audience);
    }

    [Theory]
    [InlineData("ClientId")]
    [InlineData("ClientSecret")]
    public void Say_what_is_missing_and_where_to_set_it(string option)
    {
        var failures = FailuresOf(options =>
        {
            options.ClientId = option == "ClientId" ? " " : "broker";
            options.ClientSecret = option == "ClientSecret" ? null : Secret;
        });

        Assert.StartsWith(
            $"SieSmart:{option} is missing. Set it with 'dotnet user-secrets set SieSmart:{option} …', the environment variable SieSmart__{option}, or in AddSieSmartClient(options => …).",
            Assert.Single(failures),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Say_all_that_is_wrong_at_once() =>
        Assert.Equal(5, FailuresOf(options =>
        {
            options.ClientId = null;
            options.ClientSecret = null;
            options.Audience = "";
            options.RequestsPerMinute = 0;
            options.Environment = (SieSmartEnvironment)7;
        }).Count);

    [Theory]
    [InlineData("http://api.example.com/v1")]
    [InlineData("http://10.0.0.1/v1")]
    [InlineData("http://localhost.example.com/v1")]
    public void Refuse_plain_http_to_another_machine(string address)
    {
        var failures = FailuresOf(options => Override(options, address, address));

        Assert.Equal(2, failures.Count);
        Assert.Contains("SieSmart:BaseAddress is 'http://", failures[0], StringComparison.Ordinal);
        Assert.Contains("SieSmart:TokenEndpoint is 'http://", failures[1], StringComparison.Ordinal);
        Assert.All(failures, failure => Assert.Contains("Use https", failure, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://localhost:5080/v1")]
    [InlineData("http://127.0.0.1:5080/v1")]
    [InlineData("http://[::1]:5080/v1")]
    [InlineData("https://api.example.com/v1")]
    public void Accept_https_and_plain_http_to_this_machine(string address) =>
        Assert.Empty(FailuresOf(options => Override(options, address, address)));

    [Theory]
    [InlineData("ftp://api.example.com/v1")]
    [InlineData("/v1")]
    [InlineData("https://user:password@api.example.com/v1")]
    [InlineData("https://api.example.com/v1?tenant=1")]
    [InlineData("https://api.example.com/v1#top")]
    public void Refuse_what_is_no_plain_address(string address)
    {
        var failures = FailuresOf(options => Override(options, address, address));

        Assert.Equal(2, failures.Count);
        Assert.All(failures, failure => Assert.DoesNotContain("password", failure, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://api-test.sfs.siemens.cloud/siesmart/b2b/v1", "https://sfs-p-001.siemens-sfs.auth0app.com/oauth/token")]
    [InlineData("https://API.sfs.siemens.cloud/siesmart/b2b/v2", "https://sfs-q-001.siemens-sfs.auth0app.com/other")]
    public void Refuse_the_api_of_one_environment_with_the_tokens_of_the_other(string baseAddress, string tokenEndpoint)
    {
        var failure = Assert.Single(FailuresOf(options => Override(options, baseAddress, tokenEndpoint)));

        Assert.Contains("set SieSmart:Environment to", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SieSmartEnvironment.Test, "https://api-test.sfs.siemens.cloud/siesmart/b2b/v1", "https://sfs-q-001.siemens-sfs.auth0app.com/oauth/token")]
    [InlineData(SieSmartEnvironment.Production, "https://api.sfs.siemens.cloud/siesmart/b2b/v1", "https://sfs-p-001.siemens-sfs.auth0app.com/oauth/token")]
    [InlineData(SieSmartEnvironment.Production, "https://gateway.example.com/b2b", "https://sfs-p-001.siemens-sfs.auth0app.com/oauth/token")]
    public void Accept_addresses_that_belong_together(SieSmartEnvironment environment, string baseAddress, string tokenEndpoint) =>
        Assert.Empty(FailuresOf(options =>
        {
            options.Environment = environment;
            Override(options, baseAddress, tokenEndpoint);
        }));

    [Theory]
    [InlineData("http://localhost:5080/v1", null, "BaseAddress is set, but SieSmart:TokenEndpoint is not")]
    [InlineData(null, "http://localhost:5080/oauth/token", "TokenEndpoint is set, but SieSmart:BaseAddress is not")]
    public void Refuse_one_override_without_the_other(string? baseAddress, string? tokenEndpoint, string expected)
    {
        var failure = Assert.Single(FailuresOf(options => Override(options, baseAddress, tokenEndpoint)));

        Assert.Contains(expected, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SieSmartEnvironment.Test, "https://api.sfs.siemens.cloud/siesmart/b2b/v1", "https://sfs-p-001.siemens-sfs.auth0app.com/oauth/token")]
    [InlineData(SieSmartEnvironment.Production, "https://api-test.sfs.siemens.cloud/siesmart/b2b/v1", "https://sfs-q-001.siemens-sfs.auth0app.com/oauth/token")]
    public void Refuse_the_addresses_of_the_environment_that_is_not_meant(SieSmartEnvironment environment, string baseAddress, string tokenEndpoint)
    {
        var failure = Assert.Single(FailuresOf(options =>
        {
            options.Environment = environment;
            Override(options, baseAddress, tokenEndpoint);
        }));

        Assert.Contains($"SieSmart:Environment is {environment}", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SieSmartEnvironment.Test)]
    [InlineData(SieSmartEnvironment.Production)]
    public void Accept_either_environment_as_it_is(SieSmartEnvironment environment) =>
        Assert.Empty(FailuresOf(options => options.Environment = environment));

    [Fact]
    public void Never_show_the_secret()
    {
        var options = new SieSmartClientOptions { ClientId = "broker", ClientSecret = Secret };

        Assert.DoesNotContain(Secret, options.ToString(), StringComparison.Ordinal);
        Assert.Contains("ClientId = broker, ClientSecret = ***", options.ToString(), StringComparison.Ordinal);

        options.RequestsPerMinute = 0;
        options.BaseAddress = options.TokenEndpoint = new Uri($"https://broker:{Secret}@example.com/?key={Secret}");
        Assert.DoesNotContain(Secret, options.ToString(), StringComparison.Ordinal);
        var exception = Assert.Throws<OptionsValidationException>(() => new SieSmartClient(options));
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_needed() => Assert.Throws<ArgumentNullException>(() => new SieSmartClient((SieSmartClientOptions)null!));

    private static void Override(SieSmartClientOptions options, string? baseAddress, string? tokenEndpoint)
    {
        options.BaseAddress = baseAddress is null ? null : new Uri(baseAddress, UriKind.RelativeOrAbsolute);
        options.TokenEndpoint = tokenEndpoint is null ? null : new Uri(tokenEndpoint, UriKind.RelativeOrAbsolute);
    }

    private static List<string> FailuresOf(Action<SieSmartClientOptions> configure)
    {
        var options = new SieSmartClientOptions { ClientId = "broker", ClientSecret = Secret };
        configure(options);
        try
        {
            new SieSmartClient(options).Dispose();
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }
}

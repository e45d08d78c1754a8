using System.Globalization;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Registration;

/// <summary>SIE3002: a handler inside the pipeline that sends requests again.</summary>
public sealed class ResendingHandlerTests
{
    [Theory]
    [InlineData("services.AddSieSmartClient(configuration).{|SIE3002:AddStandardResilienceHandler|}();")]
    [InlineData("services.AddSieSmartClient(\"one\", options => { }).{|SIE3002:AddStandardResilienceHandler|}(options => options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(1));")]
    [InlineData("services.AddSieSmartClient(configuration).{|SIE3002:AddStandardHedgingHandler|}();")]
    [InlineData("services.AddSieSmartClient(configuration).{|SIE3002:AddResilienceHandler|}(\"retry\", pipeline => pipeline.AddRetry());")]
    [InlineData("services.AddSieSmartClient(configuration).{|SIE3002:AddPolicyHandler|}(Policies.RetryThreeTimes());")]
    [InlineData("var policy = Policies.RetryThreeTimes(); services.AddSieSmartClient(configuration).{|SIE3002:AddPolicyHandler|}(policy);")]
    [InlineData("services.AddSieSmartClient(configuration).{|SIE3002:AddTransientHttpErrorPolicy|}(policy => policy.WaitAndRetryAsync(3));")]
    [InlineData("var builder = services.AddSieSmartClient(configuration); builder.{|SIE3002:AddStandardResilienceHandler|}();")]
    [InlineData("services.AddSieSmartClient(configuration).SetHandlerLifetime(TimeSpan.FromHours(1)).{|SIE3002:AddStandardResilienceHandler|}();")]
    [InlineData("services.AddShopClient(options => { }).{|SIE3002:AddStandardResilienceHandler|}();")]
    [InlineData("services.AddOrdersClient(options => { }).{|SIE3002:AddStandardResilienceHandler|}();")]
    public Task Reports_it(string statements) => Consumer.ExpectAsync(Method(statements));

    [Theory]
    [InlineData("services.AddHttpClient(\"other\").AddStandardResilienceHandler();")]
    [InlineData("services.AddOtherClient().AddStandardResilienceHandler();")]
    [InlineData("services.AddSieSmartClient(configuration).AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());")]
    [InlineData("services.AddSieSmartClient(configuration).AddStandardResilienceHandler().Configure(options => options.Retry.DisableForUnsafeHttpMethods());")]
    [InlineData("services.AddSieSmartClient(configuration).AddStandardResilienceHandler(configure);")]
    [InlineData("services.AddSieSmartClient(configuration).AddResilienceHandler(\"timeout\", pipeline => pipeline.AddTimeout(TimeSpan.FromSeconds(1)));")]
    [InlineData("services.AddSieSmartClient(configuration).AddPolicyHandler(Policies.Timeout());")]
    [InlineData("services.AddSieSmartClient(configuration).AddPolicyHandler(request => request.Method == System.Net.Http.HttpMethod.Get ? Policies.RetryThreeTimes() : Policies.Timeout());")]
    [InlineData("services.AddSieSmartClient(configuration).AddTransientHttpErrorPolicy(policy => policy.CircuitBreakerAsync(3));")]
    [InlineData("services.AddSieSmartClient(configuration).SetHandlerLifetime(TimeSpan.FromHours(1));")]
    [InlineData("var builder = services.AddSieSmartClient(configuration); builder = services.AddHttpClient(\"other\"); builder.AddStandardResilienceHandler();")]
    public Task Says_nothing_where_no_write_is_sent_again(string statements) => Consumer.ExpectAsync(Method(statements));

    [Fact]
    public async Task Says_what_was_added_to_which_client()
    {
        var diagnostic = Assert.Single(await Consumer.ExpectAsync(Method("services.AddShopClient(options => { }).{|SIE3002:AddStandardResilienceHandler|}();")));

        Assert.StartsWith(
            "'AddStandardResilienceHandler' adds a handler that sends requests again inside the client of 'AddShopClient': ",
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    private static string Method(string statements) => $$"""
        static class Consumer
        {
            public static void Register(IServiceCollection services, IConfiguration configuration, Action<StandardOptions> configure)
            {
                {{statements}}
            }

            private static IHttpClientBuilder AddOtherClient(this IServiceCollection services) => services.AddHttpClient("other");

            private static IHttpClientBuilder AddOrdersClient(this IServiceCollection services, Action<SieSmartClientOptions> configure) => services.AddHttpClient("orders");
        }
        """;
}
